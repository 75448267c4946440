import { Button, Group, TextInput } from "@mantine/core";
import { useState, type FormEvent, type ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import styles from "./ConfirmByName.module.css";
import { ReasonedButton } from "./ReasonedButton.tsx";

export interface ConfirmByNameProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What has to be typed, exactly. */
  readonly name: string;
  /** For a word rather than a name: a phone writes its first letter large. */
  readonly isAnyCase?: boolean;
  readonly title: ReactNode;
  /** What will have happened afterwards, one by one. */
  readonly consequences: readonly ReactNode[];
  readonly onConfirm: () => void;
  readonly isBusy?: boolean;
  /** More to say or to fill in, below the consequences; also the error of an attempt. */
  readonly children?: ReactNode;
  readonly labels: {
    readonly typeName: (name: string) => string;
    readonly confirm: string;
    readonly cancel: string;
    /** Why the button waits, e.g. "Type the name first". */
    readonly notYet: string;
  };
}

/** For what can't be undone: says what it does, and wants the thing's name typed. */
export function ConfirmByName(props: ConfirmByNameProps) {
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={props.title} closeLabel={props.labels.cancel}>
      <ConfirmForm {...props} />
    </Dialog>
  );
}

/** Of its own, so that what was typed is gone when the dialog is; also for a dialog that has to ask something first. */
export function ConfirmForm({
  name,
  isAnyCase = false,
  consequences,
  onConfirm,
  onClose,
  isBusy = false,
  children,
  labels,
}: Omit<ConfirmByNameProps, "isOpen" | "title">) {
  const [typed, setTyped] = useState("");
  const isNamed = (isAnyCase ? typed.toLowerCase() : typed).trim() === name;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isNamed && !isBusy) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <ul className={styles.consequences}>
        {consequences.map((consequence, index) => (
          <li key={index}>{consequence}</li>
        ))}
      </ul>
      {children}
      <TextInput
        label={labels.typeName(name)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {labels.cancel}
        </Button>
        <ReasonedButton type="submit" color="red" loading={isBusy} disabledReason={isNamed ? null : labels.notYet}>
          {labels.confirm}
        </ReasonedButton>
      </Group>
    </form>
  );
}
