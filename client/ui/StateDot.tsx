import type { ReactNode } from "react";
import styles from "./StateDot.module.css";
import type { Tone } from "./state-tone.ts";

/** A state as dot and word. The word says it; the colour only helps the eye down a column. */
export function StateDot({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.state} data-tone={tone}>
      <span className={styles.dot} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
