import { useLazyQuery, useQuery } from "@apollo/client/react";
import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { CallAnswer } from "./CallAnswer.tsx";
import classes from "./Rates.module.css";
import { CallBuyersDocument, CallLinesDocument, SimulateCallDocument } from "./rates.generated.ts";

const buyersShown = 20;
const usualSeconds = 60;

/** A call that is not made: what it would cost, and why. */
export function SimulateCall() {
  const { t } = useTranslation("rates");
  const [to, setTo] = useState("");
  const [seconds, setSeconds] = useState<number | string>(usualSeconds);
  const [customerId, setCustomer] = useState<string | null>(null);
  const [serviceId, setLine] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const [ask, result] = useLazyQuery(SimulateCallDocument, { fetchPolicy: "network-only" });
  const buyers = useQuery(CallBuyersDocument, { variables: { search, first: buyersShown } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (to.trim() === "" || typeof seconds !== "number") return;
    const caller = serviceId === null ? { customerId } : { serviceId };
    void ask({ variables: { input: { to: to.trim(), seconds, ...caller } } }).catch(() => undefined); // shown below
  };
  return (
    <>
      <Panel title={t("call.title")}>
        <form className={classes.call} onSubmit={submit} noValidate>
          <TextInput
            label={t("call.to")}
            placeholder="+44 20 7946 0958"
            type="tel"
            required
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <NumberInput
            label={t("call.seconds")}
            min={0}
            max={86_400}
            allowDecimal={false}
            value={seconds}
            onChange={setSeconds}
          />
          <Select
            label={t("call.customer")}
            placeholder={t("call.anybody")}
            data={
              (buyers.data ?? buyers.previousData)?.customers.nodes.map(({ id, label }) => ({ value: id, label })) ?? []
            }
            filter={({ options }) => options}
            searchable
            clearable
            searchValue={search}
            onSearchChange={setSearch}
            value={customerId}
            onChange={(value) => {
              setCustomer(value);
              setLine(null);
            }}
            nothingFoundMessage={t("call.nobody")}
          />
          {customerId !== null && <CallLineSelect customer={customerId} value={serviceId} onChange={setLine} />}
          <Button type="submit" loading={result.loading}>
            {t("call.ask")}
          </Button>
        </form>
      </Panel>
      {result.error !== undefined && (
        <ErrorNotice
          title={t("call.failed")}
          what={failureOf(result.error).message}
          requestId={null}
          requestIdLabel=""
        />
      )}
      {result.data !== undefined && <CallAnswer call={result.data.simulateCall} />}
    </>
  );
}

interface CallLineSelectProps {
  readonly customer: string;
  readonly value: string | null;
  readonly onChange: (line: string | null) => void;
}

const linesShown = 50;

/** One of its lines, by whose own plan and with whose free minutes it is counted. */
function CallLineSelect({ customer, value, onChange }: CallLineSelectProps) {
  const { t } = useTranslation("rates");
  const { data } = useQuery(CallLinesDocument, { variables: { id: customer, first: linesShown } });
  const lines = data?.customer?.services.nodes ?? [];
  if (lines.length === 0) return null;
  return (
    <Select
      label={t("call.line")}
      placeholder={t("call.anyLine")}
      data={lines.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
      value={value}
      onChange={onChange}
    />
  );
}
