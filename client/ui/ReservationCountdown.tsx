import { VisuallyHidden } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useEffect, useEffectEvent } from "react";
import { formatDuration } from "./format.ts";
import styles from "./ReservationCountdown.module.css";
import { useNow } from "./use-now.ts";

export interface ReservationCountdownProps {
  /** ISO 8601, by the server's clock. */
  readonly expiresAt: string;
  /** Server time less this machine's. */
  readonly serverOffsetMs: number;
  readonly labels: {
    /** e.g. `(clock) => "Reserved for you " + clock`. */
    readonly left: (clock: string) => string;
    readonly fiveMinutes: string;
    readonly oneMinute: string;
    readonly expired: string;
  };
  readonly onExpired?: () => void;
}

const minuteMs = 60_000;
/** How long an announcement stays in the live region; long enough for the once-a-second look not to miss it. */
const saidForMs = 10_000;

/** The time left of a reservation. It is announced at five minutes and at one, not every second. */
export function ReservationCountdown({ expiresAt, serverOffsetMs, labels, onExpired }: ReservationCountdownProps) {
  const end = Date.parse(expiresAt);
  const leftMs = Math.max(0, end - useNow(1_000, serverOffsetMs));
  const isExpired = leftMs === 0;
  const tellExpired = useEffectEvent(() => onExpired?.());
  useEffect(() => {
    if (isExpired) tellExpired();
  }, [isExpired]);
  return (
    <span className={styles.countdown} data-expired={isExpired || undefined}>
      <IconClock size={14} stroke={1.8} aria-hidden />
      <span role="timer" aria-live="off">
        {isExpired ? labels.expired : labels.left(formatDuration(leftMs, "en", "clock"))}
      </span>
      <VisuallyHidden role="status">{announcement(leftMs, labels)}</VisuallyHidden>
    </span>
  );
}

function announcement(leftMs: number, labels: ReservationCountdownProps["labels"]): string {
  if (leftMs === 0) return labels.expired;
  if (isJustBelow(leftMs, 5 * minuteMs)) return labels.fiveMinutes;
  return isJustBelow(leftMs, minuteMs) ? labels.oneMinute : "";
}

function isJustBelow(leftMs: number, limitMs: number): boolean {
  return leftMs <= limitMs && leftMs > limitMs - saidForMs;
}
