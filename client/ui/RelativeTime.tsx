import { formatDateTime, formatRelative } from "./format.ts";
import styles from "./texts.module.css";
import { useNow } from "./use-now.ts";

export interface RelativeTimeProps {
  readonly value: string;
  readonly locale: string;
  readonly timeZone?: string;
  readonly serverOffsetMs?: number;
}

const lookAgainMs = 20_000;

/** `5 min ago`, kept current; the moment itself on hovering. */
export function RelativeTime({ value, locale, timeZone, serverOffsetMs }: RelativeTimeProps) {
  const now = useNow(lookAgainMs, serverOffsetMs);
  return (
    <time className={styles.time} dateTime={value} title={formatDateTime(value, locale, { timeZone })}>
      {formatRelative(value, now, locale)}
    </time>
  );
}
