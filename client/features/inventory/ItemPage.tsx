import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { StockWatch } from "../../api/StockWatch.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Custody } from "./Custody.tsx";
import { ItemActions } from "./ItemActions.tsx";
import { ItemIdentifier, ItemStateText } from "./item-parts.tsx";
import { InventoryItemDocument, type ItemViewFragment } from "./item.generated.ts";
import classes from "./ItemPage.module.css";
import { PlaceAndNote } from "./PlaceAndNote.tsx";

/** One item: where it is, whose it is, and who had it before (O21). */
export function ItemPage() {
  useTranslation(["inventory", "rows"]); // all words at once: a part that waits for its own hides the page again
  const id = useParam("item");
  const result = useQuery(InventoryItemDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  return (
    <QueryState result={result}>
      {({ inventoryItem: item }) =>
        item === null ? (
          <NotFound />
        ) : (
          <>
            <StockWatch templateIds={[item.template.id]} onChange={() => void result.refetch()} />
            <ItemView item={item} onChanged={() => void result.refetch()} />
          </>
        )
      }
    </QueryState>
  );
}

function ItemView({ item, onChanged }: { item: ItemViewFragment; onChanged: () => void }) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  return (
    <>
      <PageHeader
        title={item.label}
        crumb={
          <AppLink href={path.inventory(reseller, { template: item.template.key })}>{item.template.label}</AppLink>
        }
        beside={
          <>
            <ItemStateText item={item} />
            <ItemIdentifier item={item} />
            <AuditLink subject={item.id} />
          </>
        }
        actions={<ItemActions item={item} onChanged={onChanged} />}
      />
      <div className={classes.columns}>
        {/* Read anew with every change of the item, of which each leaves a line. */}
        <Custody key={item.version} itemId={item.id} />
        <div className={classes.side}>
          <Panel title={t("whereItIs")}>
            <Facts items={useFacts(item)} />
          </Panel>
          <PlaceAndNote key={item.id} item={item} />
        </div>
      </div>
    </>
  );
}

function useFacts(item: ItemViewFragment): Fact[] {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const { customer, service, heldByRun } = item;
  const facts: (Fact | null)[] = [
    { key: "holder", label: t("holder"), value: <OwnerPath tierPath={item.tierPath} /> },
    customer && {
      key: "customer",
      label: t("customer"),
      value: <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>,
    },
    service && {
      key: "service",
      label: t("service"),
      value: <AppLink href={path.service(reseller, service.id)}>{service.name}</AppLink>,
    },
    heldByRun && {
      key: "run",
      label: t("heldBy"),
      value: <AppLink href={path.run(reseller, heldByRun.id)}>{t("run", { number: heldByRun.number })}</AppLink>,
    },
  ];
  return facts.filter((fact) => fact !== null);
}
