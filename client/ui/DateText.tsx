import { formatDate, type DateOptions } from "./format.ts";
import styles from "./texts.module.css";

export interface DateTextProps extends DateOptions {
  /** A day (`2026-12-21`) or a moment. */
  readonly value: string;
  readonly locale: string;
}

export function DateText({ value, locale, ...options }: DateTextProps) {
  return (
    <time className={styles.time} dateTime={value}>
      {formatDate(value, locale, options)}
    </time>
  );
}
