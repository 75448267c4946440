import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { didCadence } from "@tierline/shared/did.ts";
import { formatIdentifier } from "@tierline/shared/identifier.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { ConnectDidDocument, FreeNumbersDocument, NumberBuyersDocument } from "../api/numbers.generated.ts";
import { StockWatch } from "../api/StockWatch.tsx";
import { useSave } from "../api/use-save.ts";
import { useCan, useViewer } from "../api/viewer.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { AppLink } from "./AppLink.tsx";
import { CallTermsFields, callTermsInput, type CallTermsValues } from "./CallTermsFields.tsx";
import classes from "./Numbers.module.css";
import { path } from "./path.ts";
import { useReseller } from "./use-place.ts";

interface Chosen {
  readonly id: string;
  readonly label: string;
}

interface ConnectNumberProps {
  /** Null lets it be chosen from what is free. */
  readonly number: Chosen | null;
  /** Null lets them be chosen. */
  readonly customer: Chosen | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const shown = 50;
const fields = [
  "itemId",
  "customerId",
  "setup",
  "monthly",
  "billing",
  "perMinute",
  "cadence",
  "nextBillingOn",
] as const;

interface Values extends CallTermsValues {
  itemId: string;
  customerId: string;
  setup: string;
  monthly: string;
  nextBillingOn: string;
  chargeSetup: boolean;
  chargeMonthly: boolean;
}

/** Gives a number of one's own stock to a customer for fees (V10, V17). What somebody else takes meanwhile leaves the choice. */
export function ConnectNumber({ number, customer, onClose, onDone }: ConnectNumberProps) {
  const { t } = useTranslation("numbers");
  const { currency } = useViewer().reseller;
  const form = useForm<Values>({
    initialValues: {
      itemId: number?.id ?? "",
      customerId: customer?.id ?? "",
      setup: "0",
      monthly: "0",
      billing: "FLAT",
      perMinute: "",
      cadence: didCadence,
      nextBillingOn: "",
      chargeSetup: true,
      chargeMonthly: true,
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [connect] = useMutation(ConnectDidDocument);
  const decimal = (text: string) => text.trim().replace(",", ".") || "0";
  async function send(): Promise<void> {
    const { itemId, customerId, setup, monthly, nextBillingOn, chargeSetup, chargeMonthly, ...calls } = form.values;
    const said = {
      itemId,
      customerId,
      setup: decimal(setup),
      monthly: decimal(monthly),
      ...callTermsInput(calls),
      nextBillingOn: nextBillingOn === "" ? null : nextBillingOn,
      chargeSetup,
      chargeMonthly,
    };
    const intent = `connect:${JSON.stringify(said)}`;
    const isDone = await save(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      return (await connect({ variables: { input } })).data?.connectDid.userErrors;
    });
    forgetIdempotencyKey(intent);
    if (!isDone) return;
    notifications.show({ message: t("connect.done") });
    onDone();
    onClose();
  }
  const { itemId, customerId } = form.values;
  const missing = itemId === "" ? t("connect.chooseNumber") : customerId === "" ? t("connect.chooseCustomer") : null;
  return (
    <FormDialog
      title={number === null ? t("connect.title") : t("connect.titleOf", { number: number.label })}
      onClose={onClose}
      deed={t("connect.deed")}
      disabledReason={missing}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      {number === null && (
        <FreeNumbers
          customerId={customer?.id ?? null}
          error={form.errors["itemId"]}
          value={itemId}
          onChange={(id) => form.setFieldValue("itemId", id)}
        />
      )}
      {customer === null && (
        <Buyers
          error={form.errors["customerId"]}
          value={customerId}
          onChange={(id) => form.setFieldValue("customerId", id)}
        />
      )}
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
        <TextInput
          type="date"
          label={t("field.nextBillingOn")}
          description={t("field.nextBillingHint")}
          {...form.getInputProps("nextBillingOn")}
        />
      </div>
      <CallTermsFields form={form} currency={currency} />
      <Checkbox label={t("field.chargeSetup")} {...form.getInputProps("chargeSetup", { type: "checkbox" })} />
      <Checkbox label={t("field.chargeMonthly")} {...form.getInputProps("chargeMonthly", { type: "checkbox" })} />
    </FormDialog>
  );
}

interface ChoiceProps {
  readonly error: unknown;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function FreeNumbers({ customerId, error, value, onChange }: ChoiceProps & { readonly customerId: string | null }) {
  const { t } = useTranslation("numbers");
  const reseller = useReseller();
  const mayOrder = useCan("inventory.add").isAllowed;
  const [search, setSearch] = useState("");
  const [label, setLabel] = useState("");
  // The text of what is chosen is no search: it would leave that alone in the list.
  const asked = search.trim() === label ? "" : search.trim();
  const result = useQuery(FreeNumbersDocument, {
    variables: { customerId, search: asked === "" ? null : asked, first: shown },
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? result.previousData;
  const nodes = data?.inventoryItems.nodes ?? [];
  const templates = data?.inventoryTemplates.nodes.filter(({ identifierKind }) => identifierKind === "PHONE_NUMBER");
  const watch = (
    <StockWatch templateIds={templates?.map(({ id }) => id) ?? []} onChange={() => void result.refetch()} />
  );
  if (data !== undefined && asked === "" && nodes.length === 0 && value === "") {
    return (
      <>
        {watch}
        <EmptyState
          kind="first"
          title={t("connect.empty")}
          action={
            <Button
              component={AppLink}
              variant="default"
              size="xs"
              href={path.numbers(reseller, mayOrder ? { view: "offers" } : {})}
            >
              {t(mayOrder ? "connect.emptyLink" : "connect.emptyOwn")}
            </Button>
          }
        >
          {t("connect.emptyText")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {watch}
      <Select
        label={t("field.number")}
        required
        searchable
        data-autofocus
        data={nodes.map(({ id, identifier }) => ({ value: id, label: formatIdentifier("PHONE_NUMBER", identifier) }))}
        filter={({ options }) => options}
        nothingFoundMessage={t("connect.noneFound")}
        onSearchChange={setSearch}
        value={value === "" ? null : value}
        onChange={(id, option) => {
          setLabel(option?.label ?? "");
          onChange(id ?? "");
        }}
        error={error === undefined ? undefined : String(error)}
      />
    </>
  );
}

function Buyers({ error, value, onChange }: ChoiceProps) {
  const { t } = useTranslation("numbers");
  const { reseller } = useViewer();
  const [search, setSearch] = useState("");
  const [label, setLabel] = useState("");
  const asked = search.trim() === label ? "" : search.trim();
  const result = useQuery(NumberBuyersDocument, {
    variables: { search: asked === "" ? null : asked, first: shown },
  });
  // A fee is between a customer and its own reseller.
  const nodes = ((result.data ?? result.previousData)?.customers.nodes ?? []).filter(
    ({ tierPath }) => tierPath.at(-1)?.id === reseller.id,
  );
  return (
    <Select
      label={t("field.customer")}
      required
      searchable
      data-autofocus
      data={nodes.map(({ id, label: name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t("connect.nobody")}
      onSearchChange={setSearch}
      value={value === "" ? null : value}
      onChange={(id, option) => {
        setLabel(option?.label ?? "");
        onChange(id ?? "");
      }}
      error={error === undefined ? undefined : String(error)}
    />
  );
}
