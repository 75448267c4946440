import { useQuery } from "@apollo/client/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { TaskRail } from "../../ui/TaskRail.tsx";
import { AssignQuoteDocument } from "./assign.generated.ts";
import classes from "./AssignPage.module.css";
import { CustomerSection } from "./CustomerSection.tsx";
import { DetailsSection, needsDetails } from "./DetailsSection.tsx";
import { InventorySection } from "./InventorySection.tsx";
import { orderInputOf, serviceOf } from "./order-input.ts";
import { ProductSection } from "./ProductSection.tsx";
import { RenewalSection } from "./RenewalSection.tsx";
import { ReviewPanel } from "./ReviewPanel.tsx";
import { ServiceSection } from "./ServiceSection.tsx";
import { stepsOf } from "./steps.ts";
import { useAssignState, type AssignState } from "./use-assign-state.ts";
import { useDraft, type Draft } from "./use-draft.ts";
import { useFocusOn } from "./use-focus-on.ts";
import { usePlaceOrder } from "./use-place-order.ts";
import { useReserve } from "./use-reserve.ts";

/** Sells one plan or add-on to one customer: all of it on one page, in any order (O2, O4). */
export function AssignPage() {
  const { t } = useTranslation("assign");
  return (
    <Permitted by="order.place" title={t("title")}>
      <Assign />
    </Permitted>
  );
}

function Assign() {
  const { t } = useTranslation("assign");
  const [state, setState] = useAssignState();
  const draft = useDraft(state);
  const { offering, customer } = draft;
  const { quote, isOld, refetch } = useQuote(draft, state);
  const [isPicking, setPicking] = useState(false);
  // What the address named when the page was opened is on its way, and not to be chosen anew.
  const [named] = useState({ product: state.product, customer: state.customer });
  const isOnItsWay = (part: keyof typeof named): boolean =>
    draft.isLoading && state[part] !== "" && state[part] === named[part];
  const autoRenew = state.renew === "" ? (quote?.autoRenewDefault ?? false) : state.renew === "yes";
  const input = orderInputOf(draft, state, quote?.asksAutoRenew === true ? autoRenew : null);
  const paysNow = quote?.mustPayNow === true || (state.pay === "now" && quote?.canPayNow === true);
  const onStale = () => void Promise.all([refetch(), draft.refetchReservations()]);
  const placing = usePlaceOrder(input, quote, onStale, paysNow);
  const cancel = useCancel(draft);
  const open = useMissing(draft, state, isOld ? null : quote);
  const missing = isPicking ? t("missing.picking") : open;
  const isAddon = offering?.kind === "ADDON";
  const sections = useRef<HTMLDivElement>(null);
  const goOn = useFocusOn(sections, offering !== null);
  const product = (
    <ProductSection
      key="product"
      draft={draft}
      isOnItsWay={isOnItsWay("product")}
      state={state}
      onChange={(change) => {
        goOn();
        setState({ ...change, renew: "" });
      }}
    />
  );
  const buyer = (
    <CustomerSection
      key="customer"
      customer={customer}
      isOnItsWay={isOnItsWay("customer")}
      onChoose={(id) => {
        goOn();
        setState({ customer: id, service: "", site: "", billing: "", technical: "" });
      }}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} crumb={<Crumb customer={customer} />} />
      <div className={classes.page}>
        <div className={classes.rail}>
          <Steps
            draft={draft}
            asksRenewal={quote === null ? (offering?.isRecurring ?? true) : quote.asksAutoRenew}
            renewal={quote === null ? "" : t(autoRenew ? "renewal.yes" : "renewal.no")}
          />
        </div>
        <div className={classes.sections} ref={sections}>
          {/* Coming from a customer, the customer stands first. */}
          {offering === null && customer !== null ? [buyer, product] : [product, buyer]}
          {offering !== null &&
            customer !== null &&
            isAddon &&
            offering.eligibility.compatibleServices.length !== 1 && (
              <ServiceSection
                offering={offering}
                service={serviceOf(draft, state)}
                onChange={(service) => setState({ service })}
              />
            )}
          {draft.slots.length > 0 && (
            <InventorySection
              slots={draft.slots}
              mayHold={customer !== null && offering?.eligibility.isEligible === true}
              onLost={() => void draft.refetchReservations()}
              onPicking={setPicking}
            />
          )}
          {quote?.asksAutoRenew === true && (
            <RenewalSection
              quote={quote}
              autoRenew={autoRenew}
              onChange={(yes) => setState({ renew: yes ? "yes" : "no" })}
            />
          )}
          {offering !== null && customer !== null && needsDetails(offering, customer) && (
            <DetailsSection
              offering={offering}
              customer={customer}
              state={state}
              checks={quote?.checks ?? []}
              onChange={setState}
            />
          )}
        </div>
        <aside className={classes.review}>
          <ReviewPanel
            draft={draft}
            quote={quote}
            missing={missing}
            autoRenew={autoRenew}
            placing={placing}
            paysNow={paysNow}
            onPayNow={(isOn) => setState({ pay: isOn ? "now" : "" })}
            onCancel={cancel}
          />
        </aside>
      </div>
    </>
  );
}

function Crumb({ customer }: { customer: Draft["customer"] }) {
  const { t } = useTranslation("assign");
  const reseller = useReseller();
  if (customer === null) return <AppLink href={path.catalog(reseller)}>{t("catalog")}</AppLink>;
  return <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>;
}

function Steps({
  draft: { offering, customer, slots },
  asksRenewal,
  renewal,
}: {
  draft: Draft;
  asksRenewal: boolean;
  renewal: string;
}) {
  const { t } = useTranslation("assign");
  const hasItems =
    offering !== null && slots.every(({ requirement, reservation }) => !requirement.isRequired || reservation !== null);
  const steps = stepsOf({
    hasProduct: offering !== null,
    hasCustomer: customer !== null,
    hasItems: offering !== null && slots.length === 0 ? null : hasItems,
    hasRenewal: asksRenewal ? offering !== null && customer !== null : null,
  });
  const held = slots.filter(({ reservation }) => reservation !== null).length;
  const details: Partial<Record<string, string>> = {
    product: offering?.name ?? "",
    customer: customer?.label ?? "",
    renewal: asksRenewal ? renewal : "",
    inventory: slots.length > 0 ? t("step.held", { held, total: slots.length }) : "",
  };
  return (
    <TaskRail
      variant="steps"
      label={t("steps")}
      items={steps.map(({ key, state }) => {
        const detail = details[key] ?? "";
        return { key, title: t(`step.${key}`), state, ...(detail === "" ? {} : { detail }) };
      })}
    />
  );
}

/** Asked anew at every change; the last answer stays to be read until the next is there, but is not confirmed any more. */
function useQuote(draft: Draft, state: AssignState) {
  const autoRenew = state.renew === "" ? null : state.renew === "yes";
  const input = orderInputOf(draft, state, autoRenew);
  const { data, previousData, refetch } = useQuery(AssignQuoteDocument, {
    variables: { input: input ?? { offeringId: "", customerId: "" } },
    skip: input === null,
    fetchPolicy: "network-only",
  });
  return {
    quote: input === null ? null : ((data ?? previousData)?.orderQuote ?? null),
    isOld: data === undefined,
    refetch: async () => (input === null ? undefined : refetch()),
  };
}

/** Why the order cannot be placed yet, in the words of the first thing to do. */
function useMissing(draft: Draft, state: AssignState, quote: ReturnType<typeof useQuote>["quote"]): string | null {
  const { t } = useTranslation("assign");
  if (draft.offering === null) return t("missing.product");
  if (draft.customer === null) return t("missing.customer");
  if (draft.offering.kind === "ADDON" && serviceOf(draft, state) === "") return t("missing.service");
  const open = draft.slots.find(({ requirement, reservation }) => requirement.isRequired && reservation === null);
  if (open !== undefined) return t("missing.item", { item: open.requirement.label });
  if (quote === null) return t("missing.quote");
  const blocking = quote.checks.find((check) => check.state === "BLOCKING");
  return blocking === undefined ? (quote.canPlace ? null : t("missing.quote")) : blocking.message;
}

/** Gives back what is held, at once (O18). */
function useCancel(draft: Draft): () => void {
  const reserving = useReserve();
  const go = useGo();
  const reseller = useReseller();
  return () => {
    const held = draft.slots.map(({ reservation }) => reservation?.id).filter((id) => id !== undefined);
    void Promise.all(held.map((id) => reserving.release(id))).then(() =>
      go(draft.customer === null ? path.catalog(reseller) : path.customer(reseller, draft.customer.id)),
    );
  };
}
