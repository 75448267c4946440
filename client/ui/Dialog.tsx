import { Modal, type ModalProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useFocusReturn } from "./use-focus-return.ts";

interface DialogProps {
  readonly title: ReactNode;
  /** Left out where the dialog is there only while it is open. */
  readonly isOpen?: boolean;
  readonly onClose: () => void;
  /** The name of the cross in its corner. */
  readonly closeLabel: string;
  readonly size?: NonNullable<ModalProps["size"]>;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen = true, onClose, closeLabel, size, children }: DialogProps) {
  useFocusReturn(isOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": closeLabel }}
      returnFocus={false}
      {...(size !== undefined && { size })}
    >
      {children}
    </Modal>
  );
}
