import { useQuery } from "@apollo/client/react";
import { ActionIcon, Select, TextInput } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { AuditPeopleDocument } from "./audit.generated.ts";
import type { AuditFilters, AuditState } from "./audit-state.ts";
import classes from "./Audit.module.css";

interface AuditToolbarProps {
  readonly state: AuditState;
  readonly onChange: (change: Partial<AuditState>) => void;
}

const outcomes = ["DONE", "REFUSED"] as const;
const channels = ["CONSOLE", "API", "SYSTEM"] as const;

/** On a phone all but the search and the outcome wait behind a button. */
export function AuditToolbar({ state, onChange }: AuditToolbarProps) {
  const { t } = useTranslation("audit");
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.toolbar}>
      <div className={classes.search}>
        <SearchField
          value={state.search}
          onChange={(search) => onChange({ search })}
          label={t("filter.search")}
          placeholder={t("filter.placeholder")}
          clearLabel={t("filter.clear")}
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
      <FilterChips
        label={t("column.outcome")}
        value={state.outcome === "" ? null : state.outcome}
        onChange={(outcome) => onChange({ outcome: outcome ?? "" })}
        options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <div className={classes.filters} data-open={isOpen}>
        <Rarer state={state} onChange={onChange} />
      </div>
    </div>
  );
}

function Rarer({ state, onChange }: AuditToolbarProps) {
  const { t } = useTranslation(["audit", "words"]);
  const day = (key: "from" | "to") => (
    <TextInput
      className={classes.day ?? ""}
      size="xs"
      type="date"
      aria-label={t(`filter.${key}`)}
      leftSection={<span aria-hidden="true">{t(`filter.${key}Short`)}</span>}
      leftSectionWidth={44}
      value={state[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Filter state={state} onChange={onChange} name="operation" data={useOperations()} isSearchable />
      <People state={state} onChange={onChange} />
      <div className={classes.select}>
        <SearchField
          size="xs"
          value={state.behalf}
          onChange={(behalf) => onChange({ behalf })}
          label={t("filter.behalf")}
          placeholder={t("filter.behalf")}
          clearLabel={t("filter.clear")}
        />
      </div>
      <Filter
        state={state}
        onChange={onChange}
        name="channel"
        data={channels.map((value) => ({ value, label: t(`words:channel.${value}`) }))}
      />
      {day("from")}
      {day("to")}
      {state.subject !== "" && (
        <FilterChips
          label={t("filter.subject")}
          value={state.subject}
          onChange={() => onChange({ subject: "" })}
          options={[{ value: state.subject, label: t("filter.oneSubject") }]}
        />
      )}
    </>
  );
}

/** Whose id stands in the address is shown even when they are none of those that can be chosen. */
function People({ state, onChange }: AuditToolbarProps) {
  const { t } = useTranslation("audit");
  const skip = !useCan("user.view").isAllowed;
  const people = useQuery(AuditPeopleDocument, { skip }).data?.users.nodes ?? [];
  const data = people.map(({ id, name }) => ({ value: id, label: name }));
  if (state.actor !== "" && !people.some(({ id }) => id === state.actor))
    data.push({ value: state.actor, label: t("filter.somebody") });
  if (data.length === 0) return null;
  return <Filter state={state} onChange={onChange} name="actor" data={data} isSearchable />;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FilterProps extends AuditToolbarProps {
  readonly name: keyof Pick<AuditFilters, "operation" | "actor" | "channel">;
  readonly data: readonly Choice[];
  readonly isSearchable?: boolean;
}

function Filter({ state, onChange, name, data, isSearchable = false }: FilterProps) {
  const { t } = useTranslation("audit");
  return (
    <Select
      className={classes.select ?? ""}
      size="xs"
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      data={[...data]}
      value={state[name] === "" ? null : state[name]}
      onChange={(value) => onChange({ [name]: value ?? "" })}
      searchable={isSearchable}
      clearable
      comboboxProps={{ width: "max-content", position: "bottom-start", keepMounted: false }}
    />
  );
}

/** The operations that have words, in the order of these. */
function useOperations(): Choice[] {
  const { t } = useTranslation("rows");
  const nouns = Object.entries(t("operation", { returnObjects: true }) as Record<string, Record<string, string>>);
  return nouns
    .flatMap(([noun, verbs]) => Object.entries(verbs).map(([verb, label]) => ({ value: `${noun}.${verb}`, label })))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
