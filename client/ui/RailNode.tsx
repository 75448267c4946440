import {
  IconAlertTriangleFilled,
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconMinus,
  IconRefresh,
  IconX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { RailState } from "./rail-state.ts";
import styles from "./RailNode.module.css";

export type RailVariant = "run" | "plan" | "steps";

/** A stop on the rail: every state has a shape of its own, so that none is told by colour alone. */
export function RailNode({ state, variant, number }: { state: RailState; variant: RailVariant; number: number }) {
  return (
    <span className={styles.node} data-state={state} data-variant={variant} aria-hidden="true">
      {variant === "plan" ? number : markOf(state, variant)}
    </span>
  );
}

function markOf(state: RailState, variant: RailVariant): ReactNode {
  const icon = { size: 13, stroke: 2.4 };
  switch (state) {
    case "done":
      return <IconCheck {...icon} />;
    case "failed":
      return <IconX {...icon} />;
    case "warning":
      return <IconAlertTriangleFilled size={12} />;
    case "current":
      return variant === "run" ? <IconRefresh {...icon} className={styles.turning} /> : <span className={styles.dot} />;
    case "waiting":
      return <IconClock {...icon} />;
    case "skipped":
      return <IconMinus {...icon} />;
    case "undone":
      return <IconArrowBackUp {...icon} />;
    case "pending":
      return variant === "run" ? <span className={styles.dot} /> : null;
    case "notrun":
      return null;
  }
}
