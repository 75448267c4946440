import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { ResellerView } from "./reseller-view.ts";
import classes from "./Resellers.module.css";

/** What each dialog of a reseller's page is handed. */
export interface ResellerDialogProps {
  readonly reseller: ResellerView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface FormProps {
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** On the button that does it. */
  readonly deed: string;
  readonly isBusy: boolean;
  readonly problem: { readonly message: string; readonly requestId?: string | null } | null;
  readonly disabledReason?: string | null;
  readonly children: ReactNode;
}

/** A question with a few fields, of its own so that it begins anew each time it is opened. */
export function DialogForm({ onClose, onSubmit, deed, isBusy, problem, disabledReason = null, children }: FormProps) {
  const { t } = useTranslation("resellers");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (disabledReason === null && !isBusy) onSubmit();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {children}
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId ?? null}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <ReasonedButton type="submit" loading={isBusy} disabledReason={disabledReason}>
          {deed}
        </ReasonedButton>
      </div>
    </form>
  );
}

interface ResellerDialogFrameProps extends Omit<ResellerDialogProps, "reseller"> {
  readonly title: string;
  readonly children: ReactNode;
}

export function ResellerDialog({ isOpen, onClose, title, children }: ResellerDialogFrameProps) {
  const { t } = useTranslation("resellers");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} closeLabel={t("shut")} size="lg">
      {children}
    </Dialog>
  );
}
