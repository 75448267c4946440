import { Textarea } from "@mantine/core";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { Task } from "./run-facts.ts";
import classes from "./RunPanel.module.css";
import type { RunOperations } from "./use-run-operations.ts";

/** What a person has to do, and the button that says it is done (O40). */
export function ManualTask({ task, operations }: { task: Task; operations: RunOperations }) {
  const { t } = useTranslation("runs");
  const can = useCan("run.operate");
  const [note, setNote] = useState("");
  return (
    <div className={classes.manual}>
      <p>{task.instructions ?? t("manual.noInstructions")}</p>
      <Textarea
        label={t("manual.note")}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={textLengthMax}
        rows={2}
      />
      <div>
        <ReasonedButton
          size="xs"
          disabledReason={can.reason}
          loading={operations.busy === "complete"}
          onClick={() => void operations.complete(task.key, note)}
        >
          {t("manual.done")}
        </ReasonedButton>
      </div>
    </div>
  );
}
