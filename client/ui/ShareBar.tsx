import type { ReactNode } from "react";
import styles from "./ShareBar.module.css";

export interface ShareBarProps {
  /** 0 to 1. */
  readonly share: number;
  /** The same in words, which is what is read out. */
  readonly children: ReactNode;
}

/** A share within a cell of a table: its figure, and a bar to compare it by eye. */
export function ShareBar({ share, children }: ShareBarProps) {
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${100 * Math.min(1, Math.max(0, share))}%` }} />
      </span>
      <span className={styles.figure}>{children}</span>
    </span>
  );
}
