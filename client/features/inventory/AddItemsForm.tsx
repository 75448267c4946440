import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { itemsPerCallMax } from "@tierline/shared/limits.ts";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import classes from "./AddItemsPage.module.css";
import { nameInAddress } from "./inventory-state.ts";
import type { TemplateRowFragment } from "./inventory.generated.ts";
import { LineProblems } from "./LineProblems.tsx";
import { withoutLines } from "./read-lines.ts";
import { useAddItems, type Adding } from "./use-add-items.ts";

interface AddItemsFormProps {
  readonly templates: readonly TemplateRowFragment[];
  readonly template: TemplateRowFragment | null;
  readonly onTemplate: (template: TemplateRowFragment | null) => void;
  readonly onAdded: () => void;
}

type EntryState = "NEW" | "IN_STOCK";

export function AddItemsForm({ templates, template, onTemplate, onAdded }: AddItemsFormProps) {
  const { t } = useTranslation(["inventory", "words"]);
  const [state, setState] = useState<EntryState>("NEW");
  const [location, setLocation] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const adding = useAddItems({ template, state, location, onAdded });
  const { text, setText, lines } = adding;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void adding.send().then(() => field.current?.focus());
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <LeaveGuard isDirty={() => text.trim() !== ""} />
      <Panel title={t("add.what")}>
        <div className={classes.top}>
          <Select
            label={t("template")}
            required
            searchable
            data={templates.map(({ id, label }) => ({ value: id, label }))}
            value={template?.id ?? null}
            onChange={(id) => onTemplate(templates.find((each) => each.id === id) ?? null)}
          />
          <TextInput
            label={t("location")}
            autoComplete="off"
            value={location}
            onChange={(event) => setLocation(event.currentTarget.value)}
          />
          <div className={classes.state}>
            <span aria-hidden="true">{t("state")}</span>
            <SegmentedChoice
              label={t("state")}
              value={state}
              onChange={setState}
              options={(["NEW", "IN_STOCK"] as const).map((value) => ({
                value,
                label: t(`words:item.${value}`),
              }))}
            />
          </div>
        </div>
      </Panel>
      <Panel title={t("add.identifiers")} aside={<Count adding={adding} />}>
        <Lines adding={adding} templates={templates} field={field} />
      </Panel>
      <div className={classes.end}>
        <Button variant="default" disabled={text === ""} onClick={() => setText("")}>
          {t("add.clear")}
        </Button>
        <ReasonedButton type="submit" disabledReason={useMissing(template, adding)} loading={adding.isBusy}>
          {lines.length === 0 ? t("addItems") : t("add.deed", { count: lines.length })}
        </ReasonedButton>
      </div>
    </form>
  );
}

interface LinesProps extends Pick<AddItemsFormProps, "templates"> {
  readonly adding: Adding;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
}

/** A scanner ends each code with a line break: they come in as fast as it reads. */
function Lines({ adding: { text, setText, bad, problem, added }, templates, field }: LinesProps) {
  const { t } = useTranslation("inventory");
  return (
    <div className={classes.lines}>
      <Textarea
        ref={field}
        label={t("add.onePerLine")}
        description={t("add.hint")}
        required
        autosize
        minRows={8}
        maxRows={18}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: classes.text ?? "" }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {bad.length > 0 && (
        <LineProblems
          lines={bad}
          onRemove={(numbers) => {
            setText(withoutLines(text, numbers));
            field.current?.focus();
          }}
        />
      )}
      {problem !== null && (
        <ErrorNotice
          title={t("add.failed")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <Added added={added} templates={templates} />
    </div>
  );
}

/** Live, so that whoever scans sees that each one was read. */
function Count({ adding: { lines, bad } }: { adding: Adding }) {
  const { t } = useTranslation("inventory");
  return (
    <span aria-live="polite" className={classes.count}>
      {t("add.lines", { count: lines.length })}
      {bad.length > 0 && <strong className={classes.bad}> · {t("add.badLines", { count: bad.length })}</strong>}
    </span>
  );
}

function useMissing(template: TemplateRowFragment | null, { lines, bad }: Adding): string | null {
  const { t } = useTranslation("inventory");
  if (template === null) return t("add.chooseTemplate");
  if (lines.length === 0) return t("add.noLines");
  if (bad.length > 0) return t("add.mendFirst", { count: bad.length });
  return lines.length > itemsPerCallMax ? t("add.tooMany", { max: itemsPerCallMax }) : null;
}

function Added({ added, templates }: Pick<Adding, "added"> & Pick<LinesProps, "templates">) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  return (
    <div role="status">
      {added !== null && (
        <p className={classes.added}>
          {t("add.added", { count: added.count, template: added.template.label })}{" "}
          <AppLink href={path.inventory(reseller, { template: nameInAddress(templates, added.template) })}>
            {t("add.show")}
          </AppLink>
        </p>
      )}
    </div>
  );
}
