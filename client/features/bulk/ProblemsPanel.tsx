import { TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";
import { planOf, usePlan, type Plan } from "./use-plan.ts";

type ProblemShown = BulkViewFragment["problems"][number];

interface ProblemsPanelProps {
  readonly shown: BulkViewFragment;
  /** Whether it can still be put right for all rows at once. */
  readonly isFixable: boolean;
}

/** What is wrong, by kind: each put right once for all its rows. */
export function ProblemsPanel({ shown, isFixable }: ProblemsPanelProps) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const { problems, columns } = shown;
  const { rehearse, isBusy, problem: failure } = usePlan(shown);
  if (problems.length === 0) return null;
  const known = planOf(shown);
  const fixes = ({ column, code }: ProblemShown) => isFixable && column !== null && code !== "TAKEN";
  return (
    <Panel title={t("problems.title")} count={formatNumber(problems.length, locale)} padded>
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.column} ${problem.message}`}>
            <p className={classes.what}>{problem.message}</p>
            <p className={classes.dim}>
              {t("problems.rows", { count: problem.count, rows: problem.firstRows.join(", ") })}
              {problem.count > problem.firstRows.length && " …"}
            </p>
            {fixes(problem) &&
              (problem.values.length === 0 ? (
                <Fix
                  label={t("problems.default", { column: problem.column })}
                  isBusy={isBusy}
                  onFix={(value) => rehearse(withDefault(known, problem.column!, value))}
                />
              ) : (
                problem.values.map((from) => (
                  <Fix
                    key={from}
                    label={t("problems.replace", { value: from, column: problem.column })}
                    isBusy={isBusy}
                    onFix={(to) => rehearse(withReplacement(known, { column: problem.column!, from, to }))}
                  />
                ))
              ))}
          </li>
        ))}
      </ul>
      {failure !== null && columns.length > 0 && (
        <ErrorNotice
          title={t("notDone")}
          what={failure.message}
          requestId={failure.requestId}
          requestIdLabel={t("request")}
        />
      )}
    </Panel>
  );
}

function withDefault(plan: Plan, column: string, value: string): Plan {
  return { ...plan, defaults: [...plan.defaults.filter((each) => each.column !== column), { column, value }] };
}

/** What was said before of the value, or led to it, is meant otherwise now. */
function withReplacement(plan: Plan, { column, from, to }: Plan["replacements"][number]): Plan {
  const meant = plan.replacements.map((each) => (each.column === column && each.to === from ? { ...each, to } : each));
  const others = meant.filter((each) => !(each.column === column && each.from === from));
  return { ...plan, replacements: [...others, { column, from, to }] };
}

interface FixProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly onFix: (value: string) => void;
}

function Fix({ label, isBusy, onFix }: FixProps) {
  const { t } = useTranslation("bulk");
  const [value, setValue] = useState("");
  const isEmpty = value.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty) onFix(value.trim());
  };
  return (
    <form className={classes.fix} onSubmit={submit}>
      <TextInput label={label} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      <ReasonedButton
        type="submit"
        variant="default"
        loading={isBusy}
        disabledReason={isEmpty ? t("problems.noValue") : null}
      >
        {t("problems.fix")}
      </ReasonedButton>
    </form>
  );
}
