import { Button, CloseButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { StockWatch } from "../../api/StockWatch.tsx";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { Carousel } from "../../ui/Carousel.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { CatalogFilters } from "./CatalogFilters.tsx";
import classes from "./CatalogPage.module.css";
import { catalogState, chosenView, type CatalogState, type CatalogView } from "./catalog-state.ts";
import { NothingFits } from "./NothingFits.tsx";
import { OfferingCard } from "./OfferingCard.tsx";
import { Unavailable } from "./Unavailable.tsx";
import { useCatalog, useCatalogCustomer, type Catalog, type CatalogCustomer } from "./use-catalog.ts";
import { whyEmpty } from "./why-empty.ts";

/** What may be sold: by customer type and kind, as a grid or a carousel (O5–O8). */
export function CatalogPage() {
  const { t } = useTranslation("catalog");
  const [state, setState] = useUrlState(catalogState);
  const named = useCatalogCustomer(state.customer);
  const { customer } = named;
  const { result, segment, catalog, refreshStock } = useCatalog(state, named);
  const canSeeStock = useCan("inventory.view").isAllowed;
  const canEdit = useCan("catalog.edit").isAllowed;
  const view = chosenView(state.view);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {customer !== null && <SellingTo customer={customer} onClear={() => setState({ customer: "" })} />}
            {canEdit && customer === null && <NewOffering />}
          </>
        }
      />
      <CatalogFilters
        state={{ ...state, segment }}
        catalog={catalog}
        view={view}
        hasCustomer={customer !== null}
        onChange={setState}
      />
      <QueryState result={{ ...result, data: catalog ?? undefined }} rows={8}>
        {(shown) => {
          const parts = ofType(shown, state.type);
          return (
            <>
              {canSeeStock && <StockWatch templateIds={templatesOf(shown)} onChange={() => void refreshStock()} />}
              {parts.open.length + parts.closed.length === 0 ? (
                <NothingFits
                  why={whyEmpty(shown.offerings, { state, segment, hasCustomer: customer !== null, canEdit })}
                  onChange={setState}
                />
              ) : (
                <Shelf offerings={parts.open} view={view} customer={customer?.id ?? null} />
              )}
              <Unavailable offerings={parts.closed} customer={customer?.id ?? null} />
            </>
          );
        }}
      </QueryState>
    </>
  );
}

function ofType({ open, closed }: Catalog, type: CatalogState["type"]): Pick<Catalog, "open" | "closed"> {
  const fits = ({ serviceType }: Catalog["open"][number]): boolean => type === "" || serviceType === type;
  return { open: open.filter(fits), closed: closed.filter(fits) };
}

function templatesOf({ offerings }: Catalog): string[] {
  return [...new Set(offerings.nodes.flatMap(({ requirements }) => requirements.map(({ template }) => template.id)))];
}

function NewOffering() {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  return (
    <Button
      component={AppLink}
      href={path.offering(reseller, "new")}
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
    >
      {t("newOffering")}
    </Button>
  );
}

function SellingTo({ customer, onClear }: { customer: CatalogCustomer; onClear: () => void }) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  return (
    <div className={classes.sellingTo}>
      <span className={classes.quiet}>{t("sellingTo")}</span>
      <span className={classes.customer}>
        <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>
        <CloseButton size="sm" aria-label={t("clearCustomer")} onClick={onClear} />
      </span>
    </div>
  );
}

interface ShelfProps {
  readonly offerings: Catalog["open"];
  readonly view: CatalogView;
  readonly customer: string | null;
}

function Shelf({ offerings, view, customer }: ShelfProps) {
  const { t } = useTranslation("catalog");
  if (offerings.length === 0) return <p className={classes.noneOpen}>{t("noneOpen")}</p>;
  if (view === "carousel") {
    return (
      <Carousel
        label={t("title")}
        labels={{
          previous: t("previous"),
          next: t("next"),
          slide: (index, count) => t("slide", { index, count }),
          range: (from, to, count) => t("range", { from, to, count }),
        }}
      >
        {offerings.map((offering) => (
          <OfferingCard key={offering.id} offering={offering} customer={customer} />
        ))}
      </Carousel>
    );
  }
  return (
    <ul className={classes.grid} aria-label={t("title")}>
      {offerings.map((offering) => (
        <li key={offering.id}>
          <OfferingCard offering={offering} customer={customer} />
        </li>
      ))}
    </ul>
  );
}
