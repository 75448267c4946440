import { Select, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";
import { planOf, usePlan } from "./use-plan.ts";

/** Which column of the file is what, as it was guessed or was last time. */
export function MappingPanel({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const { kind, columns, headers, sampleRows, state } = shown;
  const [headerOf, setHeaders] = useState(() => new Map(columns.map(({ key, header }) => [key, header])));
  const [valueOf, setValues] = useState(() => new Map(columns.map((each) => [each.key, each.default ?? ""])));
  const { rehearse, isBusy, problem } = usePlan(shown);
  const missing = columns.filter(
    ({ key, isRequired }) => isRequired && headerOf.get(key) === null && (valueOf.get(key) ?? "").trim() === "",
  );
  const choices = headers.map((header, index) => ({ value: String(index), label: header || `#${index + 1}` }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (missing.length > 0) return;
    rehearse({
      ...planOf(shown),
      mapping: [...headerOf].flatMap(([column, header]) => (header === null ? [] : [{ column, header }])),
      defaults: [...valueOf].flatMap(([column, value]) => (value.trim() === "" ? [] : [{ column, value }])),
    });
  };
  return (
    <Panel title={t("mapping.title")} padded>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.dim}>{t("mapping.hint")}</p>
        {columns.map(({ key, isRequired }) => {
          const label = t(`of.${kind}.${key}` as "of.CUSTOMERS.name");
          const header = headerOf.get(key) ?? null;
          const sample = header === null ? "" : sampleRows.map((row) => row[header] ?? "").find((cell) => cell !== "");
          return (
            <div key={key} className={classes.pair}>
              <Select
                label={label}
                required={isRequired}
                placeholder={t("mapping.noHeader")}
                description={sample === "" ? null : t("mapping.sample", { sample })}
                data={choices}
                clearable
                searchable
                value={header === null ? null : String(header)}
                onChange={(value) => setHeaders(new Map(headerOf).set(key, value === null ? null : Number(value)))}
              />
              <TextInput
                label={t("mapping.default")}
                aria-label={t("mapping.defaultOf", { column: label })}
                value={valueOf.get(key) ?? ""}
                onChange={(event) => setValues(new Map(valueOf).set(key, event.currentTarget.value))}
              />
            </div>
          );
        })}
        {problem !== null && (
          <ErrorNotice
            title={t("notDone")}
            what={problem.message}
            requestId={problem.requestId}
            requestIdLabel={t("request")}
          />
        )}
        <div className={classes.end}>
          <ReasonedButton
            type="submit"
            loading={isBusy}
            variant={state === "UPLOADED" ? "filled" : "default"}
            disabledReason={missing.length > 0 ? t("mapping.missing", { column: missing[0]!.key }) : null}
          >
            {t(state === "UPLOADED" ? "mapping.rehearse" : "mapping.again")}
          </ReasonedButton>
        </div>
      </form>
    </Panel>
  );
}
