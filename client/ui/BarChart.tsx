import styles from "./BarChart.module.css";

export interface BarGroup {
  readonly key: string;
  /** Short: it stands below the bars. */
  readonly label: string;
  /** What the bars say in words, shown where one points at them. */
  readonly title: string;
  /** One a series, in their order; what is below nothing has no bar. */
  readonly values: readonly number[];
}

export interface BarChartProps {
  readonly groups: readonly BarGroup[];
  /** Two at most. */
  readonly series: readonly string[];
  /** What it shows, and where the same stands as a table. */
  readonly label: string;
  /** The amount that the highest bar reaches, as text. */
  readonly top: string;
}

/** Below more groups than this only some are named. */
const namedMax = 8;

/** Bars beside each other, to be looked at; whoever reads or listens has the table that it is made of. */
export function BarChart({ groups, series, label, top }: BarChartProps) {
  const highest = Math.max(0, ...groups.flatMap(({ values }) => values));
  const step = Math.ceil(groups.length / namedMax);
  const heightOf = (value: number) => (highest === 0 ? 0 : (100 * Math.max(0, value)) / highest);
  return (
    <div className={styles.chart} role="img" aria-label={label}>
      <div className={styles.head} aria-hidden="true">
        <span className={styles.top}>{top}</span>
        {series.map((name, index) => (
          <span key={name} className={styles.name}>
            <span className={styles.swatch} data-series={index} />
            {name}
          </span>
        ))}
      </div>
      <div className={styles.groups} aria-hidden="true">
        {groups.map(({ key, title, values }) => (
          <div key={key} className={styles.group} title={title}>
            {values.map((value, index) => (
              <span
                key={series[index]}
                className={styles.bar}
                data-series={index}
                style={{ height: `${heightOf(value)}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.labels} aria-hidden="true">
        {groups.map(({ key, label: name }, index) => (
          <span key={key} className={styles.label}>
            {(groups.length - 1 - index) % step === 0 ? name : ""}
          </span>
        ))}
      </div>
    </div>
  );
}
