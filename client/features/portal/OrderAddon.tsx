import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { formatMoney } from "../../ui/format.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import {
  PortalAddonQuoteDocument,
  PortalAddonsDocument,
  PortalOrderAddonDocument,
  type PortalAddonQuoteQuery,
} from "./order-addon.generated.ts";
import classes from "./Portal.module.css";

interface OrderAddonProps {
  readonly serviceId: string;
}

/** What goes with a service of one's own, where the reseller lets its customer order it; elsewhere there is no such button. */
export function OrderAddon({ serviceId }: OrderAddonProps) {
  const { t } = useTranslation("portal");
  const { permissions, customer } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (customer == null || !permissions.includes("order.place") || !permissions.includes("catalog.view")) return null;
  return (
    <>
      <ReasonedButton variant="default" size="xs" disabledReason={null} onClick={() => setOpen(true)}>
        {t("order.open")}
      </ReasonedButton>
      {isOpen && <OrderDialog serviceId={serviceId} customerId={customer.id} onClose={() => setOpen(false)} />}
    </>
  );
}

interface OrderDialogProps extends OrderAddonProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

function OrderDialog({ serviceId, customerId, onClose }: OrderDialogProps) {
  const { t } = useTranslation("portal");
  const [offeringId, setOfferingId] = useState<string | null>(null);
  const { data } = useQuery(PortalAddonsDocument, { variables: { customerId, serviceId } });
  const input = { offeringId: offeringId ?? "", customerId, serviceId };
  const quoted = useQuery(PortalAddonQuoteDocument, {
    variables: { input },
    skip: offeringId === null,
    fetchPolicy: "network-only",
  });
  const quote = offeringId === null ? undefined : quoted.data?.orderQuote;
  const form = useForm({ initialValues: { payNow: false } });
  const { save, isBusy, problem } = useSave(form, ["payNow"]);
  const locale = useLocale();
  const [order] = useMutation(PortalOrderAddonDocument);
  const addons = (data?.offerings.nodes ?? []).filter(({ eligibility }) => eligibility.isEligible);
  async function place({ fingerprint, canPayNow, mustPayNow, dueToday }: Quote): Promise<void> {
    const paysNow = mustPayNow || (canPayNow && form.values.payNow);
    const asked = { ...input, quoteFingerprint: fingerprint, ...(paysNow && { payNow: true }) };
    const intent = `order.addon:${JSON.stringify(asked)}`;
    const isDone = await save(async () => {
      const variables = { input: { ...asked, idempotencyKey: idempotencyKey(intent) } };
      return (await order({ variables })).data?.placeOrder.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    const price = formatMoney(dueToday.amount, dueToday.currency, locale);
    notifications.show({ message: paysNow ? t("order.placedPaid", { price }) : t("order.placed") });
    onClose();
  }
  return (
    <FormDialog
      title={t("order.title")}
      onClose={onClose}
      deed={t("order.deed")}
      disabledReason={quote === undefined ? t("order.choose") : blockOf(quote)}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => quote !== undefined && void place(quote)}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("order.notDone"), request: t("order.request") }}
    >
      <Select
        label={t("order.addon")}
        data-autofocus
        allowDeselect={false}
        nothingFoundMessage={t("order.none")}
        data={addons.map(({ id, name }) => ({ value: id, label: name }))}
        value={offeringId}
        onChange={setOfferingId}
      />
      <p className={classes.dim}>{addons.find(({ id }) => id === offeringId)?.description}</p>
      {offeringId !== null && (
        <QueryState result={quoted} rows={1}>
          {({ orderQuote }) => <Terms quote={orderQuote} />}
        </QueryState>
      )}
      {quote?.canPayNow === true && (
        <Checkbox
          label={t("order.payNow")}
          description={t(quote.mustPayNow ? "order.mustPayNowHint" : "order.payNowHint")}
          {...form.getInputProps("payNow", { type: "checkbox" })}
          {...(quote.mustPayNow && { checked: true, disabled: true })}
        />
      )}
    </FormDialog>
  );
}

type Quote = PortalAddonQuoteQuery["orderQuote"];

/** Why it cannot be ordered; null when it can. */
function blockOf({ checks }: Quote): string | null {
  const reasons = checks.filter(({ state }) => state === "BLOCKING").map(({ message }) => message);
  return reasons.length === 0 ? null : reasons.join(" ");
}

function Terms({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation("portal");
  const locale = useLocale();
  const money = ({ amount, currency }: Quote["dueToday"]): string => formatMoney(amount, currency, locale);
  const block = blockOf(quote);
  return (
    <p role="status">
      {t("order.due", { price: money(quote.dueToday) })}{" "}
      {quote.recurring !== null && t("order.then", { price: money(quote.recurring) })}{" "}
      {quote.recurring !== null &&
        quote.offering.whileSuspended === "BILL_WHILE_SUSPENDED" &&
        t("order.whileSuspended")}{" "}
      {block}
    </p>
  );
}
