import { Button, Group, TextInput } from "@mantine/core";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { DiffView } from "./DiffView.tsx";
import classes from "./PlaybookPage.module.css";
import type { Draft } from "./use-draft.ts";
import type { Problem } from "./use-validation.ts";

interface SaveFormProps {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly isChecking: boolean;
}

/** What was changed, and why: then it becomes a new version. Runs that are under way keep theirs. */
export function SaveForm({ draft, problems, isChecking }: SaveFormProps) {
  const { t } = useTranslation("playbooks");
  const [note, setNote] = useState("");
  const reason = reasonOf();
  const save = (): void => {
    if (reason === null) void draft.save(note).then((isSaved) => isSaved && setNote(""));
  };
  const deed = t("save.submit", { version: draft.base.version + 1 });
  useShortcut("mod+enter", deed, save);
  return (
    <Panel title={t("save.title")} aside={t("save.aside")}>
      <DiffView
        before={draft.base.document}
        after={draft.text ?? ""}
        label={t("save.changes", { version: draft.base.version })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          mt="md"
          label={t("save.note")}
          placeholder={t("save.notePlaceholder")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={textLengthMax}
        />
        <Group gap="sm" mt="md" className={classes.save}>
          <ReasonedButton
            type="submit"
            disabledReason={reason}
            loading={draft.isSaving}
            rightSection={<KeyHint keys={keyLabel("mod+enter")} />}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            {deed}
          </ReasonedButton>
          <Button variant="default" onClick={draft.discard}>
            {t("save.discard")}
          </Button>
        </Group>
      </form>
    </Panel>
  );

  function reasonOf(): string | null {
    if (draft.overtakenBy !== null) return t("save.overtaken");
    if (isChecking) return t("check.checking");
    return problems.length > 0 ? t("save.problems", { count: problems.length }) : null;
  }
}
