import { formatDateTime, formatTime, type TimeOptions } from "./format.ts";
import styles from "./texts.module.css";

export interface TimeTextProps extends TimeOptions {
  readonly value: string;
  readonly locale: string;
  /** Whether the day is written before the time; otherwise it is told on hovering only. */
  readonly withDate?: boolean;
}

export function TimeText({ value, locale, withDate, ...options }: TimeTextProps) {
  const whole = formatDateTime(value, locale, options);
  return (
    <time className={styles.time} dateTime={value} title={withDate === true ? undefined : whole}>
      {withDate === true ? whole : formatTime(value, locale, options)}
    </time>
  );
}
