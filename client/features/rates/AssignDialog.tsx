import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDate, formatMoney, formatNumber } from "../../ui/format.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import {
  AssignRatePlanDocument,
  LinesWithoutPlanDocument,
  PlanBuyersDocument,
  type RatePlanRowFragment,
} from "./rates.generated.ts";
import classes from "./Rates.module.css";
import { useRateLabels } from "./use-rate-labels.ts";

interface AssignDialogProps {
  readonly plan: RatePlanRowFragment;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const everybody = "everybody";
const allLines = "all";
const shown = 50;

/** Who buys by a plan from now on. */
export function AssignDialog({ plan, onClose, onSaved }: AssignDialogProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const [buyer, setBuyer] = useState<string>(everybody);
  const [line, setLine] = useState(allLines);
  const [fees, setFees] = useState<FeeTerms>({ chargeSetupFee: true, nextBillingOn: "" });
  const [search, setSearch] = useState("");
  const parentId = useViewer().reseller.id;
  const result = useQuery(PlanBuyersDocument, { variables: { search, first: shown, parentId } });
  const { send, isBusy, problem } = useSend();
  const [assign] = useMutation(AssignRatePlanDocument);
  const data = result.data ?? result.previousData;
  const isCustomer = buyer.startsWith("cus_");
  const oneLine = isCustomer && line !== allLines;
  const submit = async (): Promise<void> => {
    const intent = `assign-rate-plan:${plan.id}:${oneLine ? `${line}:${JSON.stringify(fees)}` : buyer}`;
    const input = {
      idempotencyKey: idempotencyKey(intent),
      id: plan.id,
      ...(isCustomer && !oneLine && { customerId: buyer }),
      ...(oneLine && {
        serviceId: line,
        chargeSetupFee: fees.chargeSetupFee,
        nextBillingOn: fees.nextBillingOn === "" ? null : fees.nextBillingOn,
      }),
      ...(buyer.startsWith("rsl_") && { resellerId: buyer }),
    };
    if (!(await send(async () => (await assign({ variables: { input } })).data?.assignRatePlan.userErrors))) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={t("plan.assignNamed", { name: plan.name })}
      onClose={onClose}
      deed={t("plan.assign")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <Select
        label={t("plan.buyer")}
        description={t("plan.buyerHint")}
        data={[
          { value: everybody, label: t("plan.everybody") },
          {
            group: t("plan.resellers"),
            items: data?.resellers.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [],
          },
          {
            group: t("plan.customersGroup"),
            items: data?.customers.nodes.map(({ id, label }) => ({ value: id, label })) ?? [],
          },
        ]}
        searchable
        allowDeselect={false}
        onSearchChange={setSearch}
        value={buyer}
        onChange={(value) => {
          setBuyer(value ?? everybody);
          setLine(allLines);
        }}
        data-autofocus
      />
      {isCustomer && <LineSelect customer={buyer} value={line} onChange={setLine} />}
      {oneLine && <FeeFields plan={plan} value={fees} onChange={setFees} />}
    </FormDialog>
  );
}

interface FeeTerms {
  readonly chargeSetupFee: boolean;
  /** Empty: a month from today. */
  readonly nextBillingOn: string;
}

interface FeeFieldsProps {
  readonly plan: RatePlanRowFragment;
  readonly value: FeeTerms;
  readonly onChange: (value: FeeTerms) => void;
}

/** V12: what the line is charged now, and from when each month; what it may talk for nothing. */
function FeeFields({ plan, value, onChange }: FeeFieldsProps) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const [now] = plan.versions;
  const setup = now?.setupFee ?? null;
  const monthly = now?.monthlyFee ?? null;
  const free = now?.freeMinutes ?? null;
  if (setup === null && monthly === null && free === null) return null;
  const { chargeSetupFee, nextBillingOn } = value;
  const monthlyAmount = monthly === null ? "" : formatMoney(monthly.amount, monthly.currency, locale);
  const charged = [
    setup === null || !chargeSetupFee
      ? t("plan.nothingNow")
      : t("plan.chargedNow", { amount: formatMoney(setup.amount, setup.currency, locale) }),
    ...(monthly === null
      ? []
      : [
          nextBillingOn === ""
            ? t("plan.monthlyLater", { amount: monthlyAmount })
            : t("plan.monthlyFrom", { amount: monthlyAmount, date: formatDate(nextBillingOn, locale) }),
        ]),
    ...(free === null ? [] : [t("plan.freeEachMonth", { count: free, minutes: formatNumber(free, locale) })]),
  ];
  return (
    <>
      {setup !== null && (
        <Checkbox
          label={t("plan.chargeSetupFee")}
          description={t("plan.chargeSetupFeeHint")}
          checked={chargeSetupFee}
          onChange={({ currentTarget }) => onChange({ ...value, chargeSetupFee: currentTarget.checked })}
        />
      )}
      {monthly !== null && (
        <TextInput
          type="date"
          label={t("plan.nextBilling")}
          description={t("plan.nextBillingHint")}
          value={nextBillingOn}
          onChange={({ currentTarget }) => onChange({ ...value, nextBillingOn: currentTarget.value })}
        />
      )}
      <p className={classes.dim}>{charged.join(" ")}</p>
    </>
  );
}

interface LineSelectProps {
  readonly customer: string;
  readonly value: string;
  readonly onChange: (line: string) => void;
}

/** V13: lines that have no plan of their own yet. */
function LineSelect({ customer, value, onChange }: LineSelectProps) {
  const { t } = useTranslation("rates");
  const { data } = useQuery(LinesWithoutPlanDocument, {
    variables: { id: customer, first: shown },
    fetchPolicy: "cache-and-network",
  });
  const lines = data?.customer?.services.nodes ?? [];
  return (
    <Select
      label={t("plan.line")}
      description={t("plan.lineHint")}
      data={[
        { value: allLines, label: t("plan.allLines") },
        ...lines.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      allowDeselect={false}
      value={value}
      onChange={(next) => onChange(next ?? allLines)}
    />
  );
}
