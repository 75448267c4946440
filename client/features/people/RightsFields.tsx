import { useQuery } from "@apollo/client/react";
import { Checkbox, MultiSelect, Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { permissionsOf, type Role } from "@tierline/shared/permission.ts";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { CustomersToNameDocument, RolesToGiveDocument } from "./people.generated.ts";

export interface RightsValues {
  readonly name: string;
  readonly role: Role;
  readonly roleIds: string[];
  readonly namedCustomersOnly: boolean;
  readonly namedCustomerIds: string[];
}

interface RightsFieldsProps<Values extends RightsValues> {
  readonly form: UseFormReturnType<Values>;
  readonly resellerId: string | null;
  /** Names of those that are chosen already. */
  readonly named: readonly { readonly id: string; readonly label: string }[];
}

/** Role, own roles and customers: nobody gives what they lack, and what they lack is said beside it. */
export function RightsFields<Values extends RightsValues>({ form, resellerId, named }: RightsFieldsProps<Values>) {
  const { t } = useTranslation(["people", "words"]);
  return (
    <>
      <RoleField form={form} />
      <OwnRolesField form={form} resellerId={resellerId} />
      <Checkbox label={t("onlyNamed")} {...form.getInputProps("namedCustomersOnly", { type: "checkbox" })} />
      {form.values.namedCustomersOnly && <CustomersField form={form} named={named} />}
    </>
  );
}

const staff = ["MEMBER", "AGENT", "RESELLER_OWNER", "OPERATOR"] as const satisfies readonly Role[];

function RoleField<Values extends RightsValues>({ form }: Pick<RightsFieldsProps<Values>, "form">) {
  const { t } = useTranslation(["people", "words"]);
  const { permissions, tierPath } = useViewer();
  const isRoot = tierPath.length === 1;
  const offered = staff.filter((role) => role !== "OPERATOR" || isRoot);
  return (
    <Select
      label={t("role")}
      allowDeselect={false}
      data={offered.map((role) => {
        const isBeyond = permissionsOf(role).some((key) => !permissions.includes(key));
        const label = t(`words:role.${role}`);
        return { value: role, label: isBeyond ? t("beyond", { role: label }) : label, disabled: isBeyond };
      })}
      {...form.getInputProps("role")}
    />
  );
}

function OwnRolesField<Values extends RightsValues>({ form, resellerId }: Omit<RightsFieldsProps<Values>, "named">) {
  const { t } = useTranslation("people");
  const { permissions, reseller } = useViewer();
  const { data } = useQuery(RolesToGiveDocument, { variables: { resellerId: resellerId ?? reseller.id } });
  const roles = data?.roles.nodes ?? [];
  if (roles.length === 0) return null;
  return (
    <MultiSelect
      label={t("roles")}
      description={t("rolesHint")}
      searchable
      data={roles.map((role) => ({
        value: role.id,
        label: role.permissions.every((key) => permissions.includes(key))
          ? role.name
          : t("beyond", { role: role.name }),
        disabled: !role.permissions.every((key) => permissions.includes(key)),
      }))}
      {...form.getInputProps("roleIds")}
    />
  );
}

function CustomersField<Values extends RightsValues>({ form, named }: Omit<RightsFieldsProps<Values>, "resellerId">) {
  const { t } = useTranslation("people");
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search, searchDebounceMs);
  const [seen, setSeen] = useState(new Map(named.map(({ id, label }) => [id, label])));
  const { data } = useQuery(CustomersToNameDocument, { variables: { search: settled.trim() || null } });
  const found = data?.customers.nodes ?? [];
  const labels = new Map([...seen, ...found.map(({ id, label }) => [id, label] as const)]);
  const input = form.getInputProps("namedCustomerIds") as { value: string[]; onChange: (value: string[]) => void };
  return (
    <MultiSelect
      label={t("customers")}
      placeholder={t("customersHint")}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      data={[...labels].map(([value, label]) => ({ value, label }))}
      {...input}
      onChange={(ids) => {
        setSeen(labels);
        input.onChange(ids);
      }}
    />
  );
}
