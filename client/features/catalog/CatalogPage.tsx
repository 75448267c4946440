import { useQuery } from "@apollo/client/react";
import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useUrlState } from "../../navigation/use-place.ts";
import { Carousel } from "../../ui/Carousel.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { CatalogOfferingsDocument, type CatalogOfferingsQuery } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";
import { catalogState, chosenView, rememberView, type CatalogState, type CatalogView } from "./catalog-state.ts";
import { NothingFits } from "./NothingFits.tsx";
import { OfferingCard } from "./OfferingCard.tsx";

type Change = (change: Partial<CatalogState>) => void;
type Found = CatalogOfferingsQuery["offerings"];

/** What may be sold: by customer type and kind, as a grid or a carousel (O5–O8). */
export function CatalogPage() {
  const { t } = useTranslation(["catalog", "words"]);
  const [state, setState] = useUrlState(catalogState);
  const view = chosenView(state.view);
  const result = useQuery(CatalogOfferingsDocument, {
    variables: {
      customerId: null,
      filter: {
        segment: state.segment,
        kind: state.kind,
        ...(state.type === "" ? {} : { serviceType: state.type }),
      },
    },
    fetchPolicy: "cache-and-network",
    // Stock moves while one looks; the picker itself is told at once.
    pollInterval: 30_000,
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={<ViewChoice view={view} onChange={(next) => setState({ view: next })} />}
      />
      <Filters state={state} found={result.data?.offerings ?? null} onChange={setState} />
      <QueryState result={result}>
        {({ offerings }) =>
          offerings.nodes.length === 0 ? (
            <NothingFits
              hidden={offerings.hidden}
              onReset={() => setState({ type: "", kind: "PLAN", segment: state.segment })}
            />
          ) : (
            <Shelf offerings={offerings} view={view} />
          )
        }
      </QueryState>
    </>
  );
}

function ViewChoice({ view, onChange }: { view: CatalogView; onChange: (view: CatalogView) => void }) {
  const { t } = useTranslation("catalog");
  return (
    <SegmentedChoice
      label={t("view")}
      value={view}
      onChange={(next) => {
        rememberView(next);
        onChange(next);
      }}
      options={[
        { value: "grid", label: t("grid") },
        { value: "carousel", label: t("carousel") },
      ]}
    />
  );
}

function Filters({ state, found, onChange }: { state: CatalogState; found: Found | null; onChange: Change }) {
  const { t } = useTranslation(["catalog", "words"]);
  const countOf = (kind: CatalogState["kind"]): number =>
    found?.kindCounts.find((each) => each.kind === kind)?.count ?? 0;
  return (
    <Group gap="md" mb="md">
      <SegmentedChoice
        label={t("segment")}
        value={state.segment}
        onChange={(segment) => onChange({ segment: segment })}
        options={(["INDIVIDUAL", "BUSINESS"] as const).map((value) => ({
          value,
          label: t(`words:customerKind.${value}`),
        }))}
      />
      <FilterChips
        label={t("kind")}
        value={state.kind}
        onChange={(kind) => onChange({ kind: kind as CatalogState["kind"] })}
        options={[
          { value: "PLAN", label: t("plans"), count: countOf("PLAN") },
          { value: "ADDON", label: t("addons"), count: countOf("ADDON") },
        ]}
      />
      <FilterChips
        label={t("type")}
        value={state.type === "" ? null : state.type}
        onChange={(type) => onChange({ type: (type === state.type ? "" : type) as CatalogState["type"] })}
        options={(["MOBILE", "INTERNET", "IPTV", "VOIP"] as const).map((value) => ({
          value,
          label: t(`words:serviceType.${value}`),
        }))}
      />
    </Group>
  );
}

/** What can be sold first; what cannot stands below with its reason (O9). */
function Shelf({ offerings, view }: { offerings: Found; view: CatalogView }) {
  const { t } = useTranslation("catalog");
  const open = offerings.nodes.filter(({ eligibility }) => eligibility.isEligible);
  const closed = offerings.nodes.filter(({ eligibility }) => !eligibility.isEligible);
  return (
    <>
      {view === "carousel" ? (
        <Carousel
          label={t("title")}
          labels={{
            previous: t("previous"),
            next: t("next"),
            slide: (index, count) => t("slide", { index, count }),
            range: (from, to, count) => t("range", { from, to, count }),
          }}
        >
          {open.map((offering) => (
            <OfferingCard key={offering.id} offering={offering} reasons={[]} />
          ))}
        </Carousel>
      ) : (
        <ul className={classes.grid} aria-label={t("title")}>
          {open.map((offering) => (
            <li key={offering.id}>
              <OfferingCard offering={offering} reasons={[]} />
            </li>
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <section>
          <h2 className={classes.closed}>{t("notAvailable", { count: closed.length })}</h2>
          <ul className={classes.grid}>
            {closed.map((offering) => (
              <li key={offering.id}>
                <OfferingCard
                  offering={offering}
                  reasons={offering.eligibility.reasons.map(({ message }) => message)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
