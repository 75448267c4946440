import type { CopyLabels } from "./CopyButton.tsx";
import { IdentifierText } from "./IdentifierText.tsx";

export interface PhoneTextProps {
  /** E.164, or as it was typed where no number could be read from it. */
  readonly value: string;
  readonly labels?: CopyLabels;
  readonly onCopied?: () => void;
}

export function PhoneText(props: PhoneTextProps) {
  return <IdentifierText kind="PHONE_NUMBER" {...props} />;
}
