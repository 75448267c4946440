import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid } from "@mantine/core";
import { callScopes, localScopeOf, type CallScope } from "@tierline/shared/allowance.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HeldAllowanceRowFragment } from "../../api/allowances.generated.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { minutesOf } from "../../navigation/AllowanceCounts.tsx";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import {
  AssignAllowancesDocument,
  OfferedAllowancesDocument,
  type OfferedAllowancesQuery,
} from "./allowances.generated.ts";
import { slotsOf, type ChosenAllowances } from "./chosen-allowances.ts";

interface AssignAllowancesProps {
  readonly customerId: string;
  readonly cycleDay: number;
  readonly isUsableAtZero: boolean | null;
  readonly held: readonly HeldAllowanceRowFragment[];
  readonly onClose: () => void;
}

const lastDay = 31;
const atZero = { BY_MODE: null, YES: true, NO: false } as const;
type AtZero = keyof typeof atZero;

/** The six scopes, each with what it has, and what is there for certain numbers (B10, B11); what is new is told beforehand. */
export function AssignAllowances(props: AssignAllowancesProps) {
  const { customerId, held, onClose } = props;
  const { t } = useTranslation("allowances");
  const { send, isBusy, problem } = useSend();
  const [assign] = useMutation(AssignAllowancesDocument);
  const [cycleDay, setCycleDay] = useState(props.cycleDay);
  const [usable, setUsable] = useState<AtZero>(
    props.isUsableAtZero === null ? "BY_MODE" : props.isUsableAtZero ? "YES" : "NO",
  );
  const [chosen, setChosen] = useState<ChosenAllowances>(() => chosenOf(held));
  const { data } = useQuery(OfferedAllowancesDocument, { variables: { cycleDay } });
  const offered = data?.allowances ?? [];
  const submit = async (): Promise<void> => {
    const asked = { customerId, cycleDay, isUsableAtZero: atZero[usable], slots: slotsOf(chosen) };
    const intent = `allowances:${JSON.stringify(asked)}`;
    const input = { ...asked, idempotencyKey: idempotencyKey(intent) };
    if (!(await send(async () => (await assign({ variables: { input } })).data?.assignAllowances.userErrors))) return;
    forgetIdempotencyKey(intent);
    onClose();
  };
  return (
    <FormDialog
      title={t("change")}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t("cycleDay")}
          description={held.length > 0 ? t("cycleStays") : t("cycleHint")}
          min={1}
          max={lastDay}
          allowDecimal={false}
          disabled={held.length > 0}
          value={cycleDay}
          onChange={(value) => setCycleDay(Math.min(lastDay, Math.max(1, Number(value) || 1)))}
        />
        <Select
          label={t("atZero")}
          allowDeselect={false}
          data={(["BY_MODE", "YES", "NO"] as const).map((value) => ({ value, label: t(`usable.${value}`) }))}
          value={usable}
          onChange={(value) => setUsable(value ?? "BY_MODE")}
        />
      </SimpleGrid>
      {callScopes.map((scope) => (
        <SlotFields key={scope} scope={scope} chosen={chosen} offered={offered} held={held} onChange={setChosen} />
      ))}
      <MultiSelect
        label={t("slot.NUMBERS")}
        description={t("numbersHint")}
        data={optionsOf(offered, held)}
        value={[...chosen.numbers]}
        onChange={(numbers) => setChosen({ ...chosen, numbers })}
      />
      <FirstCycle offered={offered} held={held} chosen={chosen} />
    </FormDialog>
  );
}

type Offered = OfferedAllowancesQuery["allowances"];

function optionsOf(offered: Offered, held: readonly HeldAllowanceRowFragment[]) {
  return offered
    .filter(({ id, isOffered }) => isOffered || held.some(({ allowanceId }) => allowanceId === id))
    .map(({ id, name }) => ({ value: id, label: name }));
}

interface SlotFieldsProps {
  readonly scope: CallScope;
  readonly chosen: ChosenAllowances;
  readonly offered: Offered;
  readonly held: readonly HeldAllowanceRowFragment[];
  readonly onChange: (chosen: ChosenAllowances) => void;
}

function SlotFields({ scope, chosen, offered, held, onChange }: SlotFieldsProps) {
  const { t } = useTranslation("allowances");
  const local = localScopeOf(scope);
  const isFromLocal = chosen.fromLocal.includes(scope);
  const general = offered.filter(({ prefixes }) => prefixes.length === 0);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t(`slot.${scope}`)}
        placeholder={isFromLocal ? t("fromLocal") : t("nothing")}
        clearable
        disabled={isFromLocal}
        data={optionsOf(general, held)}
        value={isFromLocal ? null : (chosen.byScope[scope] ?? null)}
        onChange={(value) => onChange({ ...chosen, byScope: { ...chosen.byScope, [scope]: value } })}
      />
      {local !== null && (
        <Checkbox
          label={t("drawFromLocal", { local: t(`slot.${local}`) })}
          checked={isFromLocal}
          disabled={!isFromLocal && (chosen.byScope[local] ?? null) === null}
          onChange={(event) => {
            const others = chosen.fromLocal.filter((each) => each !== scope);
            onChange({ ...chosen, fromLocal: event.currentTarget.checked ? [...others, scope] : others });
          }}
        />
      )}
    </SimpleGrid>
  );
}

/** Of what is new: how much there is until the first whole cycle, and for how much. */
function FirstCycle({ offered, held, chosen }: Pick<SlotFieldsProps, "offered" | "held" | "chosen">) {
  const { t } = useTranslation("allowances");
  const locale = useLocale();
  const isNew = (slot: string, id: string | undefined) =>
    !held.some((each) => each.slot === slot && each.allowanceId === id);
  const added = slotsOf(chosen).flatMap(({ slot, allowanceId }) => {
    const found = isNew(slot, allowanceId) ? offered.find(({ id }) => id === allowanceId) : undefined;
    return found === undefined ? [] : [{ slot, ...found }];
  });
  return (
    <section aria-label={t("first.label")} aria-live="polite">
      {added.length === 0 ? (
        <p>{t("first.none")}</p>
      ) : (
        <ul>
          {added.map(({ slot, id, name, firstCycle: { seconds, fee, days, ofDays, endsOn } }) => (
            <li key={`${slot} ${id}`}>
              {t("first.line", {
                name,
                minutes: minutesOf(seconds, locale),
                fee: formatMoney(fee.amount, fee.currency, locale),
                days,
                ofDays,
                date: formatDate(endsOn, locale),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function chosenOf(held: readonly HeldAllowanceRowFragment[]): ChosenAllowances {
  const scoped = held.filter(({ slot }) => slot !== "NUMBERS");
  return {
    byScope: Object.fromEntries(scoped.map(({ slot, allowanceId }) => [slot, allowanceId])),
    fromLocal: callScopes.filter((scope) =>
      scoped.some(({ slot, drawsFromLocal }) => slot === scope && drawsFromLocal),
    ),
    numbers: held.flatMap(({ slot, allowanceId }) => (slot === "NUMBERS" && allowanceId !== null ? [allowanceId] : [])),
  };
}
