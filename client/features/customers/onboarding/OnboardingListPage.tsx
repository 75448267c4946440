import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { firstIncomplete, onboardingStates, platformOf } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { pagesOf } from "../../../api/pages-of.ts";
import { useViewer } from "../../../api/viewer.tsx";
import { useLocale } from "../../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { Permitted } from "../../../navigation/Permitted.tsx";
import { QueryState } from "../../../navigation/QueryState.tsx";
import { choice, text } from "../../../navigation/url-parts.ts";
import { useReseller, useUrlState } from "../../../navigation/use-place.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { DataGrid } from "../../../ui/DataGrid.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { FilterChips } from "../../../ui/FilterChips.tsx";
import type { GridColumn } from "../../../ui/grid-column.ts";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { RelativeTime } from "../../../ui/RelativeTime.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import pageClasses from "../CustomerListPage.module.css";
import { InternalBadge } from "../InternalBadge.tsx";
import {
  OnboardingsDocument,
  OwnOrganisationDocument,
  type OnboardingFieldsFragment,
  type OwnOrganisationQuery,
} from "./onboarding.generated.ts";

/** Those who are not there yet, one state alone, or all of them. */
const choices = ["OPEN", ...onboardingStates, "ALL"] as const;

/** In the address, so that it can be linked. */
const listState = z.object({ state: choice([...choices], "OPEN"), search: text });

type Own = OwnOrganisationQuery["customers"]["nodes"][number];
type Row = { readonly own: Own; readonly of: null } | { readonly own: null; readonly of: OnboardingFieldsFragment };

const tones = { DRAFT: "neutral", INCOMPLETE: "running", ONBOARDED: "ok" } as const;

/** Customers who are taken on, and where each of them was left; one's own organisation says that it is (MX1). */
export function OnboardingListPage() {
  const { t } = useTranslation("onboarding");
  return (
    <Permitted by="customer.create" title={t("title")}>
      <Onboardings />
    </Permitted>
  );
}

function Onboardings() {
  const { t } = useTranslation(["onboarding", "customers", "rows"]);
  const slug = useReseller();
  const { reseller } = useViewer();
  const [{ state, search }, setState] = useUrlState(listState);
  const states = state === "OPEN" ? (["DRAFT", "INCOMPLETE"] as const) : state === "ALL" ? onboardingStates : [state];
  const name = search.trim() === "" ? {} : { name: search.trim() };
  const variables = { filter: { state: [...states], ...name } };
  const result = useQuery(OnboardingsDocument, { variables, fetchPolicy: "cache-and-network" });
  const own = useQuery(OwnOrganisationDocument, { variables: { reseller: reseller.id } }).data?.customers.nodes[0];
  const isFiltered = (state !== "OPEN" && state !== "ALL") || search !== "";
  const columns = useColumns();
  const rowsOf = (nodes: readonly OnboardingFieldsFragment[]): Row[] => [
    ...(own === undefined || isFiltered ? [] : [{ own, of: null }]),
    ...nodes.map((of) => ({ own: null, of })),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumb={<AppLink href={path.customers(slug)}>{t("customers:list.title")}</AppLink>}
        actions={
          <Button component={AppLink} href={path.onboarding(slug, "new", "customer")}>
            {t("new")}
          </Button>
        }
      />
      <div className={pageClasses.box}>
        <div className={pageClasses.toolbar}>
          <div className={pageClasses.search}>
            <SearchField
              value={search}
              onChange={(typed) => setState({ search: typed })}
              label={t("search")}
              placeholder={t("search")}
              clearLabel={t("clear")}
            />
          </div>
          <FilterChips
            label={t("filter")}
            value={state}
            onChange={(next) => setState({ state: next ?? "OPEN" })}
            options={choices.map((value) => ({ value, label: t(`of.${value}`) }))}
          />
        </div>
        <QueryState result={result}>
          {({ onboardings: { nodes, pageInfo } }) => (
            <DataGrid<Row>
              columns={columns}
              rows={rowsOf(nodes)}
              rowKey={({ own: organisation, of }) => organisation?.id ?? of?.id ?? ""}
              rowHref={(row) => hrefOf(slug, row)}
              renderLink={renderLink}
              caption={t("title")}
              empty={
                isFiltered ? (
                  <EmptyState kind="filtered" title={t("noMatch")} />
                ) : (
                  <EmptyState kind="first" title={t("none")} />
                )
              }
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              {...pagesOf(result, pageInfo)}
            />
          )}
        </QueryState>
      </div>
    </>
  );
}

/** Where one goes on: at the first step that is left; whoever is there is looked at as a customer. */
function hrefOf(slug: string, { own, of }: Row): string {
  if (own !== null) return path.customer(slug, own.id);
  if (of.state === "ONBOARDED" && of.customer !== null) return path.customer(slug, of.customer.id);
  return path.onboarding(slug, of.id, firstIncomplete(of.platform, of.takenSteps).toLowerCase());
}

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation(["onboarding", "customers"]);
  const locale = useLocale();
  return [
    { key: "name", header: t("customers:field.name"), cell: (row) => <Name of={row} />, isPrimary: true },
    {
      key: "account",
      header: t("account"),
      cell: ({ own, of }) => <Account of={own ?? of.customer} />,
      hideOnPhone: true,
    },
    {
      key: "platform",
      header: t("platform"),
      cell: ({ of }) => (of === null ? "" : platformOf(of.platform).name),
      hideOnPhone: true,
    },
    {
      key: "step",
      header: t("stepHead"),
      cell: ({ of }) => (of === null || of.state === "ONBOARDED" ? "" : t(`step.${of.step}`)),
      phonePlace: "start",
    },
    {
      key: "state",
      header: t("stateHead"),
      cell: ({ of }) => of !== null && <StateDot tone={tones[of.state]}>{t(`of.${of.state}`)}</StateDot>,
      phonePlace: "topEnd",
    },
    { key: "owner", header: t("owner"), cell: ({ of }) => of?.startedBy ?? "", hideOnPhone: true },
    {
      key: "age",
      header: t("age"),
      cell: ({ of }) => of !== null && <RelativeTime value={of.startedAt} locale={locale} />,
      hideOnPhone: true,
    },
  ];
}

function Name({ of: { own, of } }: { readonly of: Row }) {
  const { t } = useTranslation("onboarding");
  if (own === null) return of.customer?.label ?? (of.name === "" ? t("unnamed") : of.name);
  return (
    <>
      {own.label}
      <InternalBadge />
    </>
  );
}

/** Of who is a customer already. */
function Account({ of }: { readonly of: Pick<Own, "label" | "number"> | null }) {
  const { t } = useTranslation("onboarding");
  if (of === null) return null;
  return (
    <>
      {of.number}{" "}
      <CopyButton value={String(of.number)} labels={{ copy: t("copy", { name: of.label }), copied: t("copied") }} />
    </>
  );
}
