import type { IdentifierKind } from "@tierline/shared/kinds.ts";
import { CopyButton, type CopyLabels } from "./CopyButton.tsx";
import styles from "./IdentifierText.module.css";
import { shortIdentifier, useIdentifierFormat } from "./use-identifiers.ts";

export interface IdentifierTextProps {
  readonly value: string;
  /** TEXT for ids and keys that have no grouping of their own. */
  readonly kind: IdentifierKind | "TEXT";
  /** Short until pointed at or focused: enough to tell cards apart at a glance over the shoulder. */
  readonly isMasked?: boolean;
  /** Without labels there is no copy button. */
  readonly labels?: CopyLabels;
  readonly onCopied?: () => void;
}

export function IdentifierText({ value, kind, isMasked, labels, onCopied }: IdentifierTextProps) {
  const format = useIdentifierFormat();
  const formatted = kind === "TEXT" ? value : format(kind, value);
  const whole = formatted ?? value;
  const short = kind === "TEXT" ? value : shortIdentifier(kind, value, whole);
  const isShort = isMasked === true && short !== whole;
  return (
    <span className={styles.identifier} data-masked={isShort || undefined}>
      {isShort && (
        <span className={styles.short} aria-hidden="true">
          {short}
        </span>
      )}
      <span className={styles.whole} data-pending={formatted === null || undefined}>
        {whole}
      </span>
      {labels !== undefined && <CopyButton className={styles.copy} value={value} labels={labels} onCopied={onCopied} />}
    </span>
  );
}
