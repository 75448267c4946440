import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import {
  ChangePlanDocument,
  PlanQuoteDocument,
  ServicePlansDocument,
  type PlanQuoteQuery,
  type ServicePlansQuery,
  type ServiceViewFragment,
} from "./service.generated.ts";
import classes from "./ServicePage.module.css";

type Quote = PlanQuoteQuery["orderQuote"];

interface ChangePlanProps {
  readonly service: ServiceViewFragment;
  readonly onClose: () => void;
}

/** Another plan for the service: what is charged and given back is said line by line before it counts. */
export function ChangePlan({ service, onClose }: ChangePlanProps) {
  const { t } = useTranslation("services");
  const [offeringId, setOfferingId] = useState<string | null>(null);
  const plans = useQuery(ServicePlansDocument, {
    variables: { customerId: service.customer.id, serviceType: service.serviceType },
  });
  const input = { offeringId: offeringId ?? "", customerId: service.customer.id, serviceId: service.id };
  const quote = useQuery(PlanQuoteDocument, {
    variables: { input },
    skip: offeringId === null,
    fetchPolicy: "network-only",
  });
  const agreed = quote.data?.orderQuote ?? null;
  const { change, isBusy, problem } = useChange(service, agreed, () => void quote.refetch(), onClose);
  const isLater = agreed?.planChange?.isAtRenewal === true;
  return (
    <FormDialog
      title={t("plan.title", { name: service.name })}
      onClose={onClose}
      deed={isLater ? t("plan.later") : t("plan.now")}
      disabledReason={useWhyNot(offeringId, agreed)}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void change(input)}
      labels={{
        close: t("plan.close"),
        cancel: t("plan.cancel"),
        notDone: t("plan.notDone"),
        request: t("plan.request"),
      }}
    >
      <QueryState result={plans} rows={2}>
        {({ offerings }) => (
          <PlanChoice plans={offerings.nodes} service={service} value={offeringId} onChange={setOfferingId} />
        )}
      </QueryState>
      {offeringId !== null && (
        <QueryState result={quote} rows={3}>
          {({ orderQuote }) => <Terms quote={orderQuote} />}
        </QueryState>
      )}
    </FormDialog>
  );
}

interface PlanChoiceProps {
  readonly plans: ServicePlansQuery["offerings"]["nodes"];
  readonly service: ServiceViewFragment;
  readonly value: string | null;
  readonly onChange: (offeringId: string | null) => void;
}

function PlanChoice({ plans, service, value, onChange }: PlanChoiceProps) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const choices = plans
    .filter(({ id, price }) => id !== service.offering.id && price.recurring !== null)
    .map(({ id, name, billingIntervalMonths: count, price: { recurring } }) => {
      const price = recurring === null ? "" : formatMoney(recurring.amount, recurring.currency, locale);
      return { value: id, label: `${name} – ${t("addons.recurring", { price, count })}` };
    });
  return (
    <Select
      label={t("plan.choose")}
      placeholder={t("plan.choosePlaceholder")}
      data={choices}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t("plan.noOther")}
      allowDeselect={false}
      searchable
      data-autofocus
    />
  );
}

function useWhyNot(offeringId: string | null, quote: Quote | null): string | null {
  const { t } = useTranslation("services");
  if (offeringId === null) return t("plan.chooseFirst");
  if (quote === null) return t("plan.wait");
  const [problem] = quote.checks.filter(({ state }) => state === "BLOCKING");
  return problem?.message ?? null;
}

function Terms({ quote }: { quote: Quote }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const { offering, lines, dueToday, recurring, planChange, nextRenewalOn, checks, canPlace, plan } = quote;
  const problems = checks.filter(({ state }) => state === "BLOCKING");
  if (!canPlace) {
    return (
      <ul className={classes.problems} role="alert">
        {problems.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    );
  }
  const amount = (of: { readonly amount: string; readonly currency: string }) => (
    <MoneyText amount={of.amount} currency={of.currency} locale={locale} />
  );
  const day = formatDate(planChange?.startsOn ?? "", locale);
  const facts: Fact[] = lines.map(({ label, from, to, amount: of }) => ({
    key: `${label} ${from} ${of.amount}`,
    label:
      from === null || to === null
        ? label
        : t("plan.period", { label, from: formatDate(from, locale), to: formatDate(to, locale) }),
    value: amount(of),
  }));
  facts.push({ key: "due", label: t("plan.dueToday"), isStrong: true, value: amount(dueToday) });
  if (recurring !== null && nextRenewalOn !== null) {
    const label = t("plan.then", { day: formatDate(nextRenewalOn, locale) });
    facts.push({ key: "then", label, isDim: true, value: amount(recurring) });
  }
  if (recurring !== null && offering.whileSuspended === "BILL_WHILE_SUSPENDED")
    facts.push({ key: "whileSuspended", label: t("plan.whileSuspended"), value: t("plan.chargedAllTheSame") });
  return (
    <>
      <p className={classes.planWords}>
        {planChange?.isAtRenewal === true ? t("plan.countsLater", { day }) : t("plan.countsNow")}
      </p>
      <Facts items={facts} />
      {plan.length > 0 && (
        <p className={classes.dim}>{t("plan.willRun", { tasks: plan.map(({ title }) => title).join(", ") })}</p>
      )}
    </>
  );
}

function useChange(service: ServiceViewFragment, quote: Quote | null, onStale: () => void, onClose: () => void) {
  const { t } = useTranslation("services");
  const [mutate] = useMutation(ChangePlanDocument);
  const { send, isBusy, problem } = useSend();
  const client = useApolloClient();
  const go = useGo();
  const reseller = useReseller();
  async function change(input: { offeringId: string; customerId: string; serviceId: string }): Promise<void> {
    if (quote === null) return;
    const intent = `service.plan:${service.id}:${service.version}:${input.offeringId}:${quote.fingerprint}`;
    let run: string | null = null;
    const isDone = await send(async () => {
      const { data } = await mutate({
        variables: { input: { ...input, quoteFingerprint: quote.fingerprint, idempotencyKey: idempotencyKey(intent) } },
      });
      run = data?.placeOrder.run?.id ?? null;
      return data?.placeOrder.userErrors;
    });
    if (!isDone) return onStale();
    forgetIdempotencyKey(intent);
    if (run !== null) return go(path.run(reseller, run));
    notifications.show({ message: t("plan.noted") });
    void client.refetchQueries({ include: ["ServicePage"] });
    onClose();
  }
  return { change, isBusy, problem };
}
