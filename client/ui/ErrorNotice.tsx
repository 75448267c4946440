import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./ErrorNotice.module.css";

export interface ErrorNoticeProps {
  readonly title: ReactNode;
  /** Why it failed and what that did, or did not do. */
  readonly what?: ReactNode;
  /** What to do now. */
  readonly next?: ReactNode;
  readonly requestId?: string | null;
  readonly requestIdLabel?: string;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
  /** warn for what may be gone on from. */
  readonly tone?: "bad" | "warn";
  readonly children?: ReactNode;
}

/** An error where one can act on it: what happened, what next, and the number support asks for. */
export function ErrorNotice(props: ErrorNoticeProps) {
  const { title, what, next, requestId, requestIdLabel, onRetry, retryLabel, tone = "bad", children } = props;
  return (
    <div className={styles.notice} data-tone={tone} role="alert">
      <p className={styles.title}>{title}</p>
      {what !== undefined && <div>{what}</div>}
      {next !== undefined && <div>{next}</div>}
      {children}
      {onRetry !== undefined && (
        <Button className={styles.retry ?? ""} variant="default" size="xs" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
      {requestId != null && (
        <p className={styles.request}>
          {requestIdLabel} <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
