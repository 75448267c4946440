import styles from "./Sparkline.module.css";

export interface SparklineProps {
  /** Oldest first; the last is now and gets the copper dot. */
  readonly values: readonly number[];
  /** The course in words, e.g. "Services activated, 14 days: between 1 and 4, now 3". */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** Room for half the line and the dot at the edges. */
const margin = 4;

export function Sparkline({ values, label, width = 96, height = 30 }: SparklineProps) {
  const points = pointsOf(values, width - 2 * margin, height - 2 * margin);
  const last = points.at(-1);
  return (
    <svg
      className={styles.sparkline}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <polyline className={styles.line} points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {last !== undefined && <circle className={styles.now} cx={last.x} cy={last.y} r={2.75} />}
    </svg>
  );
}

function pointsOf(values: readonly number[], width: number, height: number): { x: number; y: number }[] {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  return values.map((value, index) => ({
    x: round(margin + (width * index) / Math.max(1, values.length - 1)),
    y: round(margin + (range === 0 ? height / 2 : height * (1 - (value - low) / range))),
  }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
