import { Alert, Button, Group } from "@mantine/core";
import { useId, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { CodeEditor, type CodeEditorHandle } from "./CodeEditor.tsx";
import { DiffView } from "./DiffView.tsx";
import classes from "./PlaybookPage.module.css";
import { ProblemList } from "./ProblemList.tsx";
import { SaveForm } from "./SaveForm.tsx";
import type { Draft } from "./use-draft.ts";
import type { Problem, Validation } from "./use-validation.ts";

interface DocumentPanelProps {
  readonly draft: Draft;
  readonly validation: Validation;
  readonly editor: RefObject<CodeEditorHandle | null>;
}

/** The newest version: everyone who sees it reads it here, those who may edit it here. */
export function DocumentPanel({ draft, validation, editor }: DocumentPanelProps) {
  const { t } = useTranslation("playbooks");
  const can = useCan("playbook.edit");
  const hintId = useId();
  const problems = draft.problems.length > 0 ? draft.problems : validation.problems;
  const isChanged = draft.text !== null;
  return (
    <>
      {draft.overtakenBy !== null && <Overtaken draft={draft} />}
      {draft.refused !== null && draft.overtakenBy === null && (
        <Alert color="red" role="alert">
          {draft.refused}
        </Alert>
      )}
      <Panel
        title={t("document")}
        count={t("versionNumber", { version: draft.base.version })}
        padded={false}
        aside={isChanged ? <CheckState validation={validation} problems={problems} /> : (can.reason ?? t("editHint"))}
      >
        <CodeEditor
          ref={editor}
          label={t("document")}
          describedBy={hintId}
          value={draft.text ?? draft.base.document}
          onChange={can.isAllowed ? draft.change : undefined}
          marked={new Set(isChanged ? problems.flatMap(({ line }) => (line === null ? [] : [line])) : [])}
        />
        {can.isAllowed && (
          <p id={hintId} className={classes.editorHint}>
            {t("tabHint")}
          </p>
        )}
        {isChanged && problems.length > 0 && (
          <ProblemList problems={problems} onGoTo={(line, column) => editor.current?.goTo(line, column)} />
        )}
      </Panel>
      {isChanged && <SaveForm draft={draft} problems={problems} isChecking={validation.isChecking} />}
    </>
  );
}

function CheckState({ validation, problems }: { validation: Validation; problems: readonly Problem[] }) {
  const { t } = useTranslation("playbooks");
  return (
    <span role="status">
      {validation.isChecking ? (
        <StateDot tone="running">{t("check.checking")}</StateDot>
      ) : problems.length > 0 ? (
        <StateDot tone="bad">{t("check.problems", { count: problems.length })}</StateDot>
      ) : (
        <StateDot tone="ok">{t("check.valid")}</StateDot>
      )}
    </span>
  );
}

/** Somebody saved meanwhile: what they changed is shown, and nothing of either text is lost. */
function Overtaken({ draft }: { draft: Draft }) {
  const { t } = useTranslation("playbooks");
  const newer = draft.overtakenBy;
  if (newer === null) return null;
  return (
    <Alert color="amber" role="alert" title={t("overtaken.title", { version: newer.version, name: newer.createdBy })}>
      <p className={classes.text}>{t("overtaken.text", { base: draft.base.version })}</p>
      <DiffView
        before={draft.base.document}
        after={newer.document}
        label={t("diff.between", { before: draft.base.version, after: newer.version })}
      />
      <Group gap="xs" mt="sm">
        <Button size="xs" variant="default" onClick={draft.rebase}>
          {t("overtaken.keep", { version: newer.version + 1 })}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={draft.discard}>
          {t("overtaken.discard")}
        </Button>
      </Group>
    </Alert>
  );
}
