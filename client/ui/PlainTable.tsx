import type { ReactNode } from "react";
import styles from "./PlainTable.module.css";

interface PlainTableProps {
  /** What the table is of, for who hears it. */
  readonly label: string;
  /** `thead` and `tbody`. A cell of `data-wrong` stands out. */
  readonly children: ReactNode;
}

/** A short table to be read and nothing else. One that is too wide is scrolled, by keyboard too. */
export function PlainTable({ label, children }: PlainTableProps) {
  return (
    <div className={styles.wide} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </div>
  );
}
