import { ActionIcon, Button, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useCopied } from "./use-copied.ts";

export interface CopyLabels {
  /** The button's name, e.g. "Copy ICCID". */
  readonly copy: string;
  readonly copied: string;
}

export interface CopyButtonProps {
  readonly value: string;
  readonly labels: CopyLabels;
  readonly onCopied?: (() => void) | undefined;
  /** A button with words instead of an icon alone. */
  readonly withText?: boolean;
  readonly className?: string | undefined;
}

export function CopyButton({ value, labels, onCopied, withText, className }: CopyButtonProps) {
  const { isCopied, copy } = useCopied(onCopied);
  const Icon = isCopied ? IconCheck : IconCopy;
  const said = <VisuallyHidden role="status">{isCopied ? labels.copied : ""}</VisuallyHidden>;
  if (withText === true) {
    return (
      <>
        <Button
          variant="default"
          className={className ?? ""}
          leftSection={<Icon size={15} stroke={1.6} aria-hidden />}
          onClick={() => void copy(value)}
        >
          {isCopied ? labels.copied : labels.copy}
        </Button>
        {said}
      </>
    );
  }
  return (
    <>
      <Tooltip label={isCopied ? labels.copied : labels.copy}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          className={className ?? ""}
          aria-label={labels.copy}
          onClick={(event) => {
            event.stopPropagation();
            void copy(value);
          }}
        >
          <Icon size={15} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {said}
    </>
  );
}
