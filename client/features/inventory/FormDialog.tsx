import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./InventoryPage.module.css";
import type { Problem } from "./use-send.ts";

interface FormDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** On the button that does it. */
  readonly deed: string;
  readonly isDangerous?: boolean;
  readonly disabledReason?: string | null;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A question with a few fields. */
export function FormDialog(props: FormDialogProps) {
  const { title, isOpen, onClose, deed, isDangerous = false, disabledReason = null, isBusy, problem } = props;
  const { t } = useTranslation("inventory");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (disabledReason === null) props.onSubmit();
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} size="lg" closeLabel={t("close")}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {props.children}
        {problem !== null && (
          <ErrorNotice
            title={t("notDone")}
            what={problem.message}
            requestId={problem.requestId}
            requestIdLabel={t("request")}
          />
        )}
        <div className={classes.formEnd}>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <ReasonedButton
            type="submit"
            disabledReason={disabledReason}
            loading={isBusy}
            {...(isDangerous && { color: "red" })}
          >
            {deed}
          </ReasonedButton>
        </div>
      </form>
    </Dialog>
  );
}
