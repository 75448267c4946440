import styles from "./CodeBlock.module.css";
import { CopyButton, type CopyLabels } from "./CopyButton.tsx";

export interface CodeBlockProps {
  readonly code: string;
  readonly label: string;
  readonly labels?: CopyLabels;
}

export function CodeBlock({ code, label, labels }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
        <code>{code}</code>
      </pre>
      {labels !== undefined && <CopyButton className={styles.copy} value={code} labels={labels} />}
    </div>
  );
}
