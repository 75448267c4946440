import { useMutation, useQuery } from "@apollo/client/react";
import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { didCadence } from "@tierline/shared/did.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { CallTermsFields, callTermsInput, type CallTermsValues } from "../../navigation/CallTermsFields.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./Numbers.module.css";
import {
  OfferNumbersDocument,
  ResellersRightBelowDocument,
  type NumberOfferPartsFragment,
} from "./ordering.generated.ts";
import { useDialogLabels } from "./use-dialog-labels.ts";

interface OfferNumberProps {
  readonly number: { readonly id: string; readonly label: string };
  /** For what it is offered now. */
  readonly offer: NumberOfferPartsFragment | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values extends CallTermsValues {
  resellerId: string;
  setup: string;
  monthly: string;
}

const everybody = "everybody";
const fields = ["resellerId", "setup", "monthly", "billing", "perMinute", "cadence"] as const;

/** Offers a free number to one reseller right below, or to all of them. */
export function OfferNumber({ number, offer, onClose, onDone }: OfferNumberProps) {
  const { t } = useTranslation("numbers");
  const labels = useDialogLabels();
  const { id: own, currency } = useViewer().reseller;
  const { data } = useQuery(ResellersRightBelowDocument, { variables: { first: 100 } });
  const below = data?.resellers.nodes.filter(({ tierPath }) => tierPath.at(-2)?.id === own) ?? [];
  const form = useForm<Values>({
    initialValues: {
      resellerId: offer?.reseller?.id ?? everybody,
      setup: offer?.terms.setup?.amount ?? "0",
      monthly: offer?.terms.monthly?.amount ?? "0",
      billing: offer?.terms.billing ?? "FLAT",
      perMinute: offer?.terms.billing === "PER_MINUTE" ? offer.terms.perMinute : "",
      cadence: offer?.terms.cadence ?? didCadence,
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [offerNumbers] = useMutation(OfferNumbersDocument);
  const decimal = (text: string) => text.trim().replace(",", ".") || "0";
  async function send(): Promise<void> {
    const { resellerId, setup, monthly, ...calls } = form.values;
    const isDone = await save(async () => {
      const to = resellerId === everybody ? null : resellerId;
      const fees = { setup: decimal(setup), monthly: decimal(monthly) };
      const input = { itemIds: [number.id], resellerId: to, ...fees, ...callTermsInput(calls) };
      return (await offerNumbers({ variables: { input } })).data?.offerNumbers.userErrors;
    });
    if (!isDone) return;
    notifications.show({ message: t("offer.done") });
    onDone();
    onClose();
  }
  return (
    <FormDialog
      title={t("offer.title", { number: number.label })}
      onClose={onClose}
      deed={t("offer.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={labels}
    >
      <Select
        label={t("offer.to")}
        data={[
          { value: everybody, label: t("offer.everybody") },
          ...below.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        searchable
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps("resellerId")}
      />
      <div className={classes.fields}>
        <TextInput
          label={t("field.setup", { currency })}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps("setup")}
        />
        <TextInput
          label={t("field.monthly", { currency })}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps("monthly")}
        />
      </div>
      <CallTermsFields form={form} currency={currency} />
      <p className={classes.dim}>{t("offer.until")}</p>
    </FormDialog>
  );
}
