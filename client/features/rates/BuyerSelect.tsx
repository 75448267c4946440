import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { PriceBuyersDocument } from "./explain.generated.ts";

const buyersShown = 20;

interface BuyerSelectProps {
  /** Id of a customer or of a reseller below; empty: neither. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: "xs" | "sm";
}

/** Who buys: a customer, found by typing, or a reseller right below. */
export function BuyerSelect({ value, onChange, size = "sm" }: BuyerSelectProps) {
  const { t } = useTranslation("rates");
  const [search, setSearch] = useState("");
  const withResellers = useCan("reseller.view").isAllowed;
  const { data, previousData } = useQuery(PriceBuyersDocument, {
    variables: { search, first: buyersShown, withResellers, parentId: useViewer().reseller.id },
  });
  const { customers, resellers } = data ?? previousData ?? {};
  const below = resellers?.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <Select
      size={size}
      label={t("explain.buyer")}
      placeholder={t("call.anybody")}
      data={[
        ...(below.length === 0 ? [] : [{ group: t("plan.resellers"), items: below }]),
        {
          group: t("plan.customersGroup"),
          items: customers?.nodes.map(({ id, label }) => ({ value: id, label })) ?? [],
        },
      ]}
      filter={({ options }) => options}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      value={value === "" ? null : value}
      onChange={(next) => onChange(next ?? "")}
      nothingFoundMessage={t("call.nobody")}
    />
  );
}

/** As the API takes it: a customer and a reseller have arguments of their own. */
export function buyerInput(id: string): { customerId: string | null; resellerId: string | null } {
  const isReseller = id.startsWith("rsl_");
  return { customerId: isReseller || id === "" ? null : id, resellerId: isReseller ? id : null };
}
