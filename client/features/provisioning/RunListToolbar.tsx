import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { views, type RunListState } from "./run-list-state.ts";
import classes from "./RunListPage.module.css";
import type { RunListQuery } from "./runs.generated.ts";

type ErrorGroup = RunListQuery["provisioningRuns"]["errorGroups"][number];

interface RunListToolbarProps {
  readonly state: RunListState;
  readonly groups: readonly ErrorGroup[];
  readonly onChange: (change: Partial<RunListState>) => void;
}

const kinds = ["PROVISION", "ADD_ON", "CHANGE", "TERMINATE"] as const;

export function RunListToolbar({ state, groups, onChange }: RunListToolbarProps) {
  const { t } = useTranslation(["runs", "words"]);
  return (
    <div className={classes.toolbar}>
      <div className={classes.line}>
        <div className={classes.search}>
          <SearchField
            value={state.search}
            onChange={(search) => onChange({ search })}
            label={t("list.search")}
            placeholder={t("list.placeholder")}
            clearLabel={t("list.clear")}
          />
        </div>
        <FilterChips
          label={t("list.view")}
          value={state.view === "" ? null : state.view}
          onChange={(view) => onChange({ view: view ?? "" })}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        <FilterChips
          label={t("list.whose")}
          value={state.mine === "" ? null : state.mine}
          onChange={(mine) => onChange({ mine: mine ?? "" })}
          options={[{ value: "yes", label: t("list.mine") }]}
        />
        <Select
          className={classes.select ?? ""}
          aria-label={t("about.kind")}
          placeholder={t("about.kind")}
          data={kinds.map((value) => ({ value, label: t(`words:runKind.${value}`) }))}
          value={state.kind === "" ? null : state.kind}
          onChange={(kind) => onChange({ kind: kind ?? "" })}
          clearable
        />
        {state.playbook !== "" && (
          <FilterChips
            label={t("list.playbook")}
            value={state.playbook}
            onChange={() => onChange({ playbook: "" })}
            options={[{ value: state.playbook, label: t("list.ofPlaybook", { playbook: state.playbook }) }]}
          />
        )}
      </div>
      <ErrorGroups error={state.error} groups={groups} onChange={(error) => onChange({ error })} />
    </div>
  );
}

interface ErrorGroupsProps {
  readonly error: string;
  readonly groups: readonly ErrorGroup[];
  readonly onChange: (error: string) => void;
}

/** One fault outside stops many runs: each cause once, with how many it stopped. */
function ErrorGroups({ error, groups, onChange }: ErrorGroupsProps) {
  const { t } = useTranslation("runs");
  const options = groups.map(({ code, message, count }) => ({ value: code, label: message, count }));
  if (error !== "" && !groups.some(({ code }) => code === error))
    options.push({ value: error, label: error, count: 0 });
  if (options.length === 0) return null;
  return (
    <div className={classes.line}>
      <span className={classes.dim}>{t("list.causes")}</span>
      <FilterChips
        label={t("list.causes")}
        value={error === "" ? null : error}
        onChange={(next) => onChange(next ?? "")}
        options={options}
      />
    </div>
  );
}
