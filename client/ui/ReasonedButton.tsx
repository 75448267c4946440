import { Button, Tooltip, VisuallyHidden, type ButtonProps } from "@mantine/core";
import { useId, type MouseEvent, type Ref } from "react";

export interface ReasonedButtonProps extends Omit<ButtonProps, "disabled"> {
  /** Why the button does nothing now. It stays reachable, so that everyone can find out. */
  readonly disabledReason?: string | null | undefined;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly onPointerEnter?: () => void;
  readonly onFocus?: () => void;
  readonly type?: "button" | "submit";
  readonly form?: string;
  readonly "aria-label"?: string;
  readonly "aria-keyshortcuts"?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function ReasonedButton({ disabledReason, onClick, type = "button", ...button }: ReasonedButtonProps) {
  const reasonId = useId();
  if (disabledReason == null) return <Button {...button} type={type} {...(onClick && { onClick })} />;
  return (
    <Tooltip label={disabledReason}>
      <span style={{ display: "inline-flex", ...(button.fullWidth === true && { width: "100%" }) }}>
        <Button
          {...button}
          type="button"
          data-disabled
          aria-disabled="true"
          aria-describedby={reasonId}
          onClick={(event) => event.preventDefault()}
        />
        <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
