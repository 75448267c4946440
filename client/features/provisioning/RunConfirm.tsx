import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { tasksToUndo, type Run } from "./run-facts.ts";
import classes from "./RunPanel.module.css";
import type { RunOperations } from "./use-run-operations.ts";

export type Confirmed = "rollBack" | "cancel" | "undo";

interface RunConfirmProps {
  readonly deed: Confirmed;
  readonly run: Run;
  readonly operations: RunOperations;
  readonly onClose: () => void;
}

/** Says what will be undone, in its order, before anything is. */
export function RunConfirm({ deed, run, operations, onClose }: RunConfirmProps) {
  const { t } = useTranslation("runs");
  const undone = tasksToUndo(run);
  const confirm = async (): Promise<void> => {
    await operations[deed]();
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t(`confirm.${deed}`)} closeLabel={t("confirm.back")}>
      <p className={classes.confirmText}>{t(`confirmText.${deed}`)}</p>
      {deed !== "cancel" && undone.length === 0 && <p className={classes.confirmText}>{t("confirm.nothing")}</p>}
      {undone.length > 0 && (
        <>
          <p className={classes.confirmText}>{t(deed === "cancel" ? "confirm.kept" : "confirm.undone")}</p>
          <ol className={classes.undone}>
            {undone.map(({ key, title, detail, isOutcomeUnknown }) => (
              <li key={key}>
                {title}
                {detail !== null && <span className={classes.quiet}> {detail}</span>}
                {isOutcomeUnknown && <span className={classes.quiet}> {t("confirm.unknown")}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t("confirm.back")}
        </Button>
        <Button color="red" loading={operations.busy === deed} onClick={() => void confirm()} data-autofocus>
          {t(`action.${deed}`)}
        </Button>
      </Group>
    </Dialog>
  );
}
