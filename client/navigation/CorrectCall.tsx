import { useMutation } from "@apollo/client/react";
import { NumberInput, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { callSecondsMax } from "@tierline/shared/limits.ts";
import { subtractMoney, decimalOf, parseMoney } from "@tierline/shared/money.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CorrectCallDocument, type CallRowFragment, type CallSumFiguresFragment } from "../api/calls.generated.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { useSave } from "../api/use-save.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts } from "../ui/Facts.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { placesOf } from "../ui/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { callClock, isDialled } from "./call-text.ts";

interface CorrectCallProps {
  readonly call: CallRowFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Tried {
  /** What was asked about, so that what is typed since is asked anew. */
  readonly asked: string;
  readonly before: CallSumFiguresFragment;
  readonly after: CallSumFiguresFragment;
}

/** What a call was in truth; what that comes to is seen before it is done. */
export function CorrectCall({ call, onClose, onDone }: CorrectCallProps) {
  const { t } = useTranslation("calls");
  const called = isDialled(call.called) ? `+${call.called}` : "";
  const form = useForm({
    initialValues: { isAnswered: call.state === "ANSWERED", seconds: call.seconds, called, reason: "" },
  });
  const { save, isBusy, problem } = useSave(form, ["seconds", "called", "reason"]);
  const [correct] = useMutation(CorrectCallDocument);
  const [tried, setTried] = useState<Tried | null>(null);
  const { isAnswered, seconds, reason } = form.values;
  const number = form.values.called.trim();
  const facts = {
    id: call.id,
    isAnswered,
    seconds: isAnswered ? seconds : 0,
    called: number === called ? null : number,
  };
  const asked = JSON.stringify(facts);
  const isSeen = tried?.asked === asked;

  async function send(): Promise<void> {
    const intent = `correct:${asked}${reason}`;
    const isDone = await save(async () => {
      const input = { ...facts, reason, idempotencyKey: idempotencyKey(intent), dryRun: !isSeen };
      const payload = (await correct({ variables: { input } })).data?.correctCall;
      if (!isSeen && payload?.before && payload.after) {
        setTried({ asked, before: payload.before, after: payload.after });
      }
      return payload?.userErrors;
    });
    if (!isDone || !isSeen) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("correct.done") });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t("correct.title", { called: called || call.called })}
      onClose={onClose}
      deed={t(isSeen ? "correct.deed" : "correct.try")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t("correct.text")}</p>
      <Switch
        label={t("correct.isAnswered")}
        checked={isAnswered}
        onChange={(event) => form.setFieldValue("isAnswered", event.currentTarget.checked)}
      />
      {isAnswered && (
        <NumberInput
          label={t("correct.seconds")}
          required
          min={0}
          max={callSecondsMax}
          allowDecimal={false}
          data-autofocus
          {...form.getInputProps("seconds")}
          onChange={(value) => form.setFieldValue("seconds", Number(value) || 0)}
        />
      )}
      <TextInput label={t("correct.called")} inputMode="tel" autoComplete="off" {...form.getInputProps("called")} />
      <TextInput
        label={t("correct.reason")}
        description={t("correct.reasonHint")}
        required
        autoComplete="off"
        {...form.getInputProps("reason")}
      />
      <section aria-label={t("correct.preview")} aria-live="polite">
        {tried !== null && isSeen && <Preview {...tried} />}
      </section>
    </FormDialog>
  );
}

function Preview({ before, after }: Tried) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const { currency } = after.price;
  const difference = (from: { amount: string }, to: { amount: string }) =>
    decimalOf(subtractMoney(parseMoney(to.amount, currency), parseMoney(from.amount, currency)));
  const price = difference(before.price, after.price);
  const cost = before.cost && after.cost ? difference(before.cost, after.cost) : null;
  const places = placesOf([before.price.amount, after.price.amount, price, ...(cost === null ? [] : [cost])]);
  const money = (amount: string) => <MoneyText {...{ amount, currency, locale, places }} />;
  return (
    <Facts
      items={[
        {
          key: "seconds",
          label: t("column.duration"),
          value: t("correct.from", { before: callClock(before.seconds), after: callClock(after.seconds) }),
        },
        { key: "before", label: t("correct.before"), value: money(before.price.amount) },
        { key: "after", label: t("correct.after"), value: money(after.price.amount) },
        { key: "price", label: t("correct.difference"), value: money(price), isStrong: true },
        ...(cost === null ? [] : [{ key: "cost", label: t("correct.cost"), value: money(cost), isDim: true }]),
      ]}
    />
  );
}
