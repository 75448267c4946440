import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { countedLimits, parallelCallsMax, raiseDelayMinutes } from "@tierline/shared/call-guard.ts";
import { destinationClasses, type DestinationClass } from "@tierline/shared/destination-class.ts";
import { useTranslation } from "react-i18next";
import { CallGuardDocument, SetCallGuardDocument, type CallGuardViewFragment } from "../api/call-guard.generated.ts";
import { useSave } from "../api/use-save.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { formatDateTime } from "../ui/format.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { QueryState } from "./QueryState.tsx";

export interface CallLimitsProps {
  /** The id of a customer, of a line of theirs or of a reseller right below; null is one's own. */
  readonly of: string | null;
  /** How many calls a line may have at a time is set where its calls are. */
  readonly isLine?: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What may be called, and how much of it (D16). What is left empty is without a limit of its own. */
export function CallLimits({ of, isLine = false, isOpen, onClose }: CallLimitsProps) {
  const { t } = useTranslation("live-calls");
  const result = useQuery(CallGuardDocument, { variables: { id: of }, fetchPolicy: "no-cache", skip: !isOpen });
  if (!isOpen) return null;
  if (result.data !== undefined)
    return <Form of={of} isLine={isLine} guard={result.data.callGuard} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={t("limits.title")} size="lg" closeLabel={t("limits.close")}>
      <QueryState result={result}>{() => null}</QueryState>
    </Dialog>
  );
}

const priced = ["dearestRate", "dailySpend", "monthlySpend"] as const;
const fields = ["openClasses", ...countedLimits, ...priced] as const;

interface FormProps {
  readonly of: CallLimitsProps["of"];
  readonly isLine: boolean;
  readonly guard: CallGuardViewFragment;
  readonly onClose: () => void;
}

/** As they are typed: nothing is no limit. */
interface Values {
  openClasses: string[];
  parallelCalls: number | string;
  callsPerMinute: number | string;
  longestSeconds: number | string;
  dearestRate: string;
  dailySpend: string;
  monthlySpend: string;
}

function Form({ of, isLine, guard, onClose }: FormProps) {
  const { t } = useTranslation("live-calls");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { limits, bound, next, nextFrom, currency } = guard;
  const wanted = next ?? limits;
  const form = useForm<Values>({
    initialValues: {
      openClasses: [...wanted.openClasses],
      parallelCalls: wanted.parallelCalls ?? "",
      callsPerMinute: wanted.callsPerMinute ?? "",
      longestSeconds: wanted.longestSeconds ?? "",
      dearestRate: wanted.dearestRate ?? "",
      dailySpend: wanted.dailySpend ?? "",
      monthlySpend: wanted.monthlySpend ?? "",
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [set] = useMutation(SetCallGuardDocument);
  async function send(): Promise<void> {
    const { openClasses, parallelCalls, callsPerMinute, longestSeconds, ...amounts } = form.values;
    const whole = (value: number | string) => (typeof value === "number" ? value : null);
    const amount = (text: string) => text.trim().replace(",", ".") || null;
    let waitsUntil: string | null = null;
    const isDone = await save(async () => {
      const { data } = await set({
        variables: {
          input: {
            id: of,
            openClasses: destinationClasses.filter((each) => openClasses.includes(each)),
            parallelCalls: whole(parallelCalls),
            callsPerMinute: whole(callsPerMinute),
            longestSeconds: whole(longestSeconds),
            dearestRate: amount(amounts.dearestRate),
            dailySpend: amount(amounts.dailySpend),
            monthlySpend: amount(amounts.monthlySpend),
          },
        },
      });
      waitsUntil = data?.setCallGuard.callGuard?.nextFrom ?? null;
      return data?.setCallGuard.userErrors;
    });
    if (!isDone) return;
    const at = waitsUntil === null ? null : formatDateTime(waitsUntil, locale, { timeZone });
    notifications.show({ message: at === null ? t("limits.done") : t("limits.waits", { at }) });
    onClose();
  }
  const most = (value: number | string | null) =>
    value === null ? t("limits.none") : t("limits.most", { most: value });
  return (
    <FormDialog
      title={t("limits.title")}
      onClose={onClose}
      deed={t("limits.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{
        close: t("limits.close"),
        cancel: t("limits.cancel"),
        notDone: t("limits.notDone"),
        request: t("limits.request"),
      }}
    >
      <p>{t("limits.text", { minutes: raiseDelayMinutes })}</p>
      {nextFrom !== null && <p>{t("limits.next", { at: formatDateTime(nextFrom, locale, { timeZone }) })}</p>}
      <Checkbox.Group label={t("limits.openClasses")} {...form.getInputProps("openClasses")}>
        {destinationClasses.map((each: DestinationClass) => {
          const isShut = !bound.openClasses.includes(each);
          return (
            <Checkbox
              key={each}
              value={each}
              mt={8}
              label={t(`class.${each}`)}
              disabled={isShut && !form.values.openClasses.includes(each)}
              description={isShut ? t("limits.closedAbove") : null}
            />
          );
        })}
      </Checkbox.Group>
      {countedLimits
        .filter((name) => !isLine || name !== "parallelCalls")
        .map((name) => (
          <NumberInput
            key={name}
            label={t(`limits.${name}`)}
            placeholder={most(bound[name])}
            min={name === "longestSeconds" ? 1 : 0}
            max={parallelCallsMax}
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps(name)}
          />
        ))}
      {priced.map((name) => (
        <TextInput
          key={name}
          label={t(`limits.${name}`, { currency })}
          placeholder={most(bound[name])}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps(name)}
        />
      ))}
    </FormDialog>
  );
}
