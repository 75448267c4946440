import { Button } from "@mantine/core";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import { ErrorNotice } from "./ErrorNotice.tsx";
import styles from "./FormDialog.module.css";
import { ReasonedButton } from "./ReasonedButton.tsx";

export interface FormDialogProps {
  readonly title: string;
  /** Left out where the dialog is there only while it is open. */
  readonly isOpen?: boolean;
  readonly onClose: () => void;
  /** On the button that does it. */
  readonly deed: string;
  /** As wide as its fields need; without it as a few of them do. */
  readonly size?: string;
  readonly isDangerous?: boolean;
  readonly disabledReason?: string | null;
  readonly isBusy: boolean;
  readonly problem: { readonly message: string; readonly requestId: string | null } | null;
  /** Where what keeps it from being done is mended. */
  readonly next?: ReactNode;
  readonly onSubmit: () => void;
  readonly labels: {
    readonly close: string;
    readonly cancel: string;
    readonly notDone: string;
    readonly request: string;
  };
  readonly children: ReactNode;
}

/** ⌘↵ or Ctrl ↵ sends it from any of its fields, those of several lines too. */
function submitByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.requestSubmit();
}

/** A question with a few fields. */
export function FormDialog(props: FormDialogProps) {
  const { title, isOpen = true, onClose, deed, isDangerous = false, disabledReason = null, labels } = props;
  const { size = "lg" } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (disabledReason === null) props.onSubmit();
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} size={size} closeLabel={labels.close}>
      <form className={styles.form} onSubmit={submit} onKeyDown={submitByKeys} noValidate>
        {props.children}
        {props.problem !== null && (
          <ErrorNotice
            title={labels.notDone}
            what={props.problem.message}
            next={props.next}
            requestId={props.problem.requestId}
            requestIdLabel={labels.request}
          />
        )}
        <div className={styles.end}>
          <Button variant="default" onClick={onClose}>
            {labels.cancel}
          </Button>
          <ReasonedButton
            type="submit"
            disabledReason={disabledReason}
            loading={props.isBusy}
            {...(isDangerous && { color: "red" })}
          >
            {deed}
          </ReasonedButton>
        </div>
      </form>
    </Dialog>
  );
}
