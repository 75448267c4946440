import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import classes from "./CustomerForm.module.css";
import type { Problem } from "../../api/use-save.ts";

interface PartDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PartDialog({ title, isOpen, onClose, children }: PartDialogProps) {
  const { t } = useTranslation("customers");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} size="lg" closeLabel={t("close")}>
      {children}
    </Dialog>
  );
}

interface PartFormProps {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields of a contact or a site with what every such form has. */
export function PartForm({ onSubmit, isBusy, problem, onClose, children }: PartFormProps) {
  const { t } = useTranslation("customers");
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {children}
      {problem !== null && (
        <ErrorNotice
          title={t("notSaved")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
