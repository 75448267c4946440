import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { ReachCustomersDocument, ReachResellersDocument } from "./developers.generated.ts";

export interface ReachValues {
  /** Null is the reseller whose console this is. */
  readonly resellerId: string | null;
  /** Null is all of the reseller's. */
  readonly customerId: string | null;
}

export const wholeReach: ReachValues = { resellerId: null, customerId: null };
export const reachFields = ["resellerId", "customerId"] as const;

/** What Mantine gives a field, which its own type does not say. */
interface Input {
  readonly error?: string;
  onChange(id: string | null): void;
}

interface ReachFieldsProps<Values extends ReachValues> {
  readonly form: UseFormReturnType<Values>;
}

/** Of which part of the tree: a reseller with all below it, or one customer of it. A large tree is searched by the server. */
export function ReachFields<Values extends ReachValues>({ form }: ReachFieldsProps<Values>) {
  const canSeeCustomers = useCan("customer.view").isAllowed;
  return (
    <>
      <ResellerField form={form} />
      {canSeeCustomers && <CustomerField key={form.values.resellerId} form={form} />}
    </>
  );
}

function ResellerField<Values extends ReachValues>({ form }: ReachFieldsProps<Values>) {
  const { t } = useTranslation("developers");
  const { reseller: own } = useViewer();
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), searchDebounceMs);
  const [chosen, setChosen] = useState({ id: own.id, name: own.name, tierPath: [{ id: own.id, name: own.name }] });
  const wanted = settled === chosen.name ? null : settled || null;
  const { data, previousData } = useQuery(ReachResellersDocument, { variables: { search: wanted } });
  const found = (data ?? previousData)?.resellers.nodes ?? [];
  const listed = found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  const input = form.getInputProps("resellerId") as Input;
  const customer = form.getInputProps("customerId") as Input;
  return (
    <Select
      label={t("reachReseller")}
      description={t("reachHint")}
      searchable
      allowDeselect={false}
      filter={({ options }) => options}
      nothingFoundMessage={t("reachNobody")}
      data={listed.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={({ option }) =>
        listed
          .find(({ id }) => id === option.value)
          ?.tierPath.map(({ name }) => name)
          .join(" › ") ?? option.label
      }
      value={chosen.id}
      error={input.error}
      onSearchChange={setSearch}
      onChange={(id) => {
        const next = listed.find((each) => each.id === id);
        if (next === undefined) return;
        setChosen({ ...next, tierPath: [...next.tierPath] });
        input.onChange(next.id === own.id ? null : next.id);
        customer.onChange(null); // of another reseller
      }}
    />
  );
}

function CustomerField<Values extends ReachValues>({ form }: ReachFieldsProps<Values>) {
  const { t } = useTranslation("developers");
  const { reseller: own } = useViewer();
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), searchDebounceMs);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly label: string } | null>(null);
  const wanted = settled === chosen?.label ? null : settled || null;
  const resellerId = form.values.resellerId ?? own.id;
  const { data, previousData } = useQuery(ReachCustomersDocument, { variables: { search: wanted, resellerId } });
  const found = (data ?? previousData)?.customers.nodes ?? [];
  const listed = chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  const input = form.getInputProps("customerId") as Input;
  return (
    <Select
      label={t("reachCustomer")}
      placeholder={t("reachAll")}
      searchable
      clearable
      filter={({ options }) => options}
      nothingFoundMessage={t("reachNobody")}
      data={listed.map(({ id, label }) => ({ value: id, label }))}
      value={chosen?.id ?? null}
      error={input.error}
      onSearchChange={setSearch}
      onChange={(id) => {
        setChosen(listed.find((each) => each.id === id) ?? null);
        input.onChange(id);
      }}
    />
  );
}
