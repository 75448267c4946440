import { IconAlertTriangle, IconFilterOff, IconLock, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export interface EmptyStateProps {
  /** first: nothing yet · filtered: nothing matches · forbidden: not for you · failed: could not be fetched. */
  readonly kind: "first" | "filtered" | "forbidden" | "failed";
  readonly title: ReactNode;
  /** What this is, which filter is to blame, or who can help. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

const icons = { first: IconPlus, filtered: IconFilterOff, forbidden: IconLock, failed: IconAlertTriangle };

export function EmptyState({ kind, title, children, action }: EmptyStateProps) {
  const Icon = icons[kind];
  return (
    <div className={styles.empty} data-kind={kind} role={kind === "failed" ? "alert" : undefined}>
      <span className={styles.node} aria-hidden="true">
        <Icon size={15} stroke={1.8} />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.text}>{children}</div>}
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
