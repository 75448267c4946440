import { formatDuration } from "./format.ts";
import styles from "./texts.module.css";

export interface DurationTextProps {
  readonly ms: number;
  readonly locale: string;
  readonly form?: "compact" | "clock";
}

export function DurationText({ ms, locale, form }: DurationTextProps) {
  return <span className={styles.time}>{formatDuration(ms, locale, form)}</span>;
}
