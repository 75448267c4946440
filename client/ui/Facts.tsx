import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export interface Fact {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** The one line that counts, as what is due today. */
  readonly isStrong?: boolean;
  /** A line said quietly, as what will be due later. */
  readonly isDim?: boolean;
  /** A line whose label says as much as its value, as a charge. */
  readonly isPlain?: boolean;
}

/** `rows`: label left, value right. `columns`: label over value, side by side, as under a customer's name. */
export function Facts({
  items,
  layout = "rows",
}: {
  readonly items: readonly Fact[];
  readonly layout?: "rows" | "columns";
}) {
  return (
    <dl className={layout === "rows" ? styles.rows : styles.columns}>
      {items.map(({ key, label, value, isStrong, isDim, isPlain }) => (
        <div
          key={key}
          className={styles.fact}
          data-strong={isStrong || undefined}
          data-plain={isPlain || undefined}
          data-dim={isDim || undefined}
        >
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
