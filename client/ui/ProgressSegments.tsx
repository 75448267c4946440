import styles from "./ProgressSegments.module.css";

export interface ProgressSegmentsProps {
  readonly total: number;
  readonly done: number;
  /** Whether the segment after the done ones is at work. */
  readonly isCurrent?: boolean;
  /** Whether the segment after the done ones failed. */
  readonly isFailed?: boolean;
  readonly label: string;
  /** What a screen reader says, e.g. "3 of 6 tasks completed". */
  readonly valueText: string;
}

/** Beyond this many the segments would be thinner than their gaps, so one bar is drawn instead. */
const segmentsMax = 24;

export function ProgressSegments({ total, done, isCurrent, isFailed, label, valueText }: ProgressSegmentsProps) {
  const next = isFailed ? "failed" : isCurrent ? "current" : "open";
  const stateOf = (index: number): string => (index < done ? "done" : index === done ? next : "open");
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={valueText}
    >
      {total > segmentsMax ? (
        <span className={styles.whole} data-state={next} style={{ width: `${(100 * done) / total}%` }} />
      ) : (
        Array.from({ length: total }, (_, index) => (
          <span key={index} className={styles.segment} data-state={stateOf(index)} />
        ))
      )}
    </div>
  );
}
