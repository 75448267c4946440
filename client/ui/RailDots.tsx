import type { RailState } from "./rail-state.ts";
import styles from "./RailDots.module.css";

/** The rail of a run or draft in the height of a table row; `label` says it in words. */
export function RailDots({ states, label }: { readonly states: readonly RailState[]; readonly label: string }) {
  return (
    <span className={styles.dots} role="img" aria-label={label}>
      {states.map((state, index) => (
        <span key={index} className={styles.dot} data-state={state} />
      ))}
    </span>
  );
}
