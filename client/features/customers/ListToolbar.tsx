import { useQuery } from "@apollo/client/react";
import { ActionIcon, Select } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerKind } from "../../api/generated/schema.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { countriesIn, countryName, type Choice } from "../../ui/countries.ts";
import { CustomerTiersDocument } from "./customer-list.generated.ts";
import classes from "./CustomerListPage.module.css";
import type { ListState } from "./list-state.ts";

interface ListToolbarProps {
  readonly state: ListState;
  readonly onChange: (change: Partial<ListState>) => void;
}

const kinds: readonly CustomerKind[] = ["INDIVIDUAL", "BUSINESS"];
const states = ["ACTIVE", "WAITING", "SUSPENDED", "DEACTIVATING", "DEACTIVATED", "ARCHIVED"] as const;
const orders = ["NAME", "NUMBER", "NEWEST"] as const;

/** On a phone the rarer filters wait behind a button. */
export function ListToolbar({ state, onChange }: ListToolbarProps) {
  const { t } = useTranslation(["customers", "words"]);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.toolbar}>
      <div className={classes.search}>
        <SearchField
          value={state.search}
          onChange={(search) => onChange({ search })}
          label={t("list.search")}
          placeholder={t("list.placeholder")}
          clearLabel={t("list.clear")}
        />
      </div>
      <ActionIcon
        className={classes.more ?? ""}
        variant="default"
        size={44}
        aria-label={t("filter.more")}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconAdjustmentsHorizontal size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <div className={classes.filters} data-open={isOpen}>
        <FilterChips
          label={t("filter.kind")}
          value={state.kind === "" ? null : state.kind}
          onChange={(kind) => onChange({ kind: kind ?? "" })}
          options={kinds.map((value) => ({ value, label: t(`words:customerKind.${value}`) }))}
        />
        <div className={classes.selects}>
          <Selects state={state} onChange={onChange} />
        </div>
        {state.tag !== "" && (
          <FilterChips
            label={t("filter.tag")}
            value={state.tag}
            onChange={() => onChange({ tag: "" })}
            options={[{ value: state.tag, label: t("filter.tagged", { tag: state.tag }) }]}
          />
        )}
      </div>
    </div>
  );
}

function Selects({ state, onChange }: ListToolbarProps) {
  const { t } = useTranslation(["customers", "words"]);
  const tiers = useQuery(CustomerTiersDocument).data?.resellers.nodes ?? [];
  const pick = <Key extends keyof ListState>(key: Key) => ({
    value: state[key] === "" ? null : state[key],
    onChange: (value: string | null) => onChange({ [key]: value ?? "" }),
  });
  return (
    <>
      <Filter
        label={t("filter.state")}
        data={states.map((value) => ({ value, label: t(`words:customer.${value}`) }))}
        {...pick("state")}
      />
      <CountryFilter {...pick("country")} />
      {tiers.length > 1 && (
        <Filter
          label={t("filter.tier")}
          data={tiers.map(({ id, name }) => ({ value: id, label: name }))}
          {...pick("tier")}
          isSearchable
        />
      )}
      <Filter
        label={t("filter.order")}
        data={orders.map((value) => ({ value, label: t(`order.${value}`) }))}
        {...pick("order")}
      />
    </>
  );
}

/** The names of all countries are fetched from the browser's tables when the list is opened, which takes a moment. */
function CountryFilter({ value, onChange }: Pick<FilterProps, "value" | "onChange">) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  const [isWanted, setWanted] = useState(false);
  const chosen = value === null ? [] : [{ value, label: countryName(value, locale) }];
  return (
    <Filter
      label={t("filter.country")}
      data={isWanted ? countriesIn(locale) : chosen}
      value={value}
      onChange={onChange}
      onOpen={() => setWanted(true)}
      isSearchable
    />
  );
}

interface FilterProps {
  readonly label: string;
  readonly data: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isSearchable?: boolean;
  readonly onOpen?: () => void;
}

function Filter({ label, data, value, onChange, isSearchable = false, onOpen }: FilterProps) {
  return (
    <Select
      className={classes.select ?? ""}
      size="xs"
      aria-label={label}
      placeholder={label}
      data={[...data]}
      value={value}
      onChange={onChange}
      searchable={isSearchable}
      clearable
      onDropdownOpen={() => onOpen?.()}
      comboboxProps={{ width: "max-content", position: "bottom-start", keepMounted: false }}
    />
  );
}
