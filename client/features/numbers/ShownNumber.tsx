import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import type { OneNumberQuery } from "./numbers.generated.ts";
import classes from "./Numbers.module.css";
import { useTermsFacts } from "./use-terms-facts.tsx";

export type ShownItem = NonNullable<OneNumberQuery["inventoryItem"]>;
export type NumberDeed = "connect" | "change" | "disconnect" | "offer" | "withdraw" | "giveBack" | "changeSale";

interface ShownNumberProps {
  readonly item: ShownItem;
  readonly onDeed: (deed: NumberDeed) => void;
}

/** One number: who has it, what each side pays, and what can be done. */
export function ShownNumber({ item, onDeed }: ShownNumberProps) {
  const { t } = useTranslation(["numbers", "words"]);
  const locale = useLocale();
  const reseller = useReseller();
  const factsOf = useTermsFacts();
  const { state, customer, service, did, numberSource, holder, lease, sale, offer } = item;
  const next = (on: string | null) => ({
    key: "next",
    label: t("column.next"),
    value: on === null ? "–" : <DateText value={on} locale={locale} />,
  });
  const since = (at: string) => ({ key: "since", label: t("since"), value: <DateText value={at} locale={locale} /> });
  const shownHolder = holder.isCurrent
    ? []
    : [
        {
          key: "holder",
          label: t("holder"),
          value: <AppLink href={path.resellerNode(reseller, holder.id)}>{holder.name}</AppLink>,
        },
      ];
  return (
    <>
      <Facts
        items={[
          {
            key: "state",
            label: t("column.state"),
            value: <StateDot tone={stateTone("item", state)}>{t(`words:item.${state}`)}</StateDot>,
          },
          ...shownHolder,
          ...(customer === null
            ? []
            : [
                {
                  key: "customer",
                  label: t("column.customer"),
                  value: <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>,
                },
              ]),
          ...(service === null
            ? []
            : [
                {
                  key: "service",
                  label: t("service"),
                  value: <AppLink href={path.service(reseller, service.id)}>{service.name}</AppLink>,
                },
              ]),
          ...(did === null ? [] : [...factsOf(did), next(did.nextBillingOn), since(did.connectedAt)]),
          ...(numberSource === null
            ? []
            : [
                { key: "written", label: t("written"), value: numberSource.carrierNumber },
                { key: "supplier", label: t("register.supplier"), value: numberSource.supplier },
                { key: "kind", label: t("register.kind"), value: t(`kind.${numberSource.kind}`) },
              ]),
        ]}
      />
      {lease != null && (
        <section>
          <h3 className={classes.part}>{t("lease.title", { seller: lease.seller })}</h3>
          <Facts items={[...factsOf(lease.terms), next(lease.nextBillingOn), since(lease.orderedAt)]} />
        </section>
      )}
      {sale != null && (
        <section>
          <h3 className={classes.part}>{t("sale.title", { buyer: sale.buyer?.name ?? "" })}</h3>
          <Facts items={[...factsOf(sale.terms), next(sale.nextBillingOn), since(sale.orderedAt)]} />
        </section>
      )}
      {offer != null && (
        <section>
          <h3 className={classes.part}>
            {offer.reseller === null ? t("offer.toAll") : t("offer.toOne", { reseller: offer.reseller.name })}
          </h3>
          <Facts items={factsOf(offer.terms)} />
        </section>
      )}
      <div className={classes.actions}>
        <AppLink href={path.item(reseller, item.id)}>{t("history")}</AppLink>
        <Deeds item={item} onDeed={onDeed} />
      </div>
    </>
  );
}

/** What one's own stock is for; a number that lies below is its holder's to give. */
function Deeds({ item, onDeed }: ShownNumberProps) {
  const { t } = useTranslation(["numbers", "words"]);
  const sell = useCan("inventory.sell");
  const mayOrder = useCan("inventory.add").isAllowed;
  const mayOffer = useCan("inventory.hand_down").isAllowed;
  const { state, did, reservation, holder, lease, sale, offer } = item;
  const isFree = isAvailable(state);
  const notFree = isFree || reservation?.isYours === true ? null : t("notFree", { state: t(`words:item.${state}`) });
  if (!holder.isCurrent) {
    if (sale == null || !mayOffer) return null;
    return (
      <ReasonedButton variant="default" disabledReason={null} onClick={() => onDeed("changeSale")}>
        {t("change.button")}
      </ReasonedButton>
    );
  }
  const inUse = state === "ASSIGNED" || state === "RESERVED" ? t("giveBack.inUse") : null;
  return (
    <>
      {lease != null && mayOrder && (
        <ReasonedButton variant="default" color="red" disabledReason={inUse} onClick={() => onDeed("giveBack")}>
          {t("giveBack.button")}
        </ReasonedButton>
      )}
      {offer != null && mayOffer && (
        <ReasonedButton variant="default" disabledReason={null} onClick={() => onDeed("withdraw")}>
          {t("withdraw.button")}
        </ReasonedButton>
      )}
      {isFree && mayOffer && (
        <ReasonedButton variant="default" disabledReason={null} onClick={() => onDeed("offer")}>
          {t("offer.button")}
        </ReasonedButton>
      )}
      {did === null ? (
        <ReasonedButton disabledReason={sell.reason ?? notFree} onClick={() => onDeed("connect")}>
          {t("connect.button")}
        </ReasonedButton>
      ) : (
        <>
          <ReasonedButton
            variant="default"
            color="red"
            disabledReason={sell.reason}
            onClick={() => onDeed("disconnect")}
          >
            {t("disconnect.button")}
          </ReasonedButton>
          <ReasonedButton variant="default" disabledReason={sell.reason} onClick={() => onDeed("change")}>
            {t("change.button")}
          </ReasonedButton>
        </>
      )}
    </>
  );
}
