import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { isBehind, type RailState } from "./rail-state.ts";
import { RailNode, type RailVariant } from "./RailNode.tsx";
import styles from "./TaskRail.module.css";

export interface RailItem {
  readonly key: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly state: RailState;
  /** The state in words, for those who don't see the node; leave it out when `aside` says it. */
  readonly stateWord?: string;
  readonly aside?: ReactNode;
  /** Below the words: attempts, an error, buttons. */
  readonly children?: ReactNode;
}

export interface TaskRailProps {
  readonly items: readonly RailItem[];
  readonly variant: RailVariant;
  readonly label: string;
}

/** The line with its stops: tasks of a run, tasks planned (numbered), or the steps of a page. */
export function TaskRail({ items, variant, label }: TaskRailProps) {
  return (
    <ol className={styles.rail} data-variant={variant} aria-label={label}>
      {items.map((item, index) => (
        <li
          key={item.key}
          className={styles.item}
          data-state={item.state}
          data-behind={isBehind(item.state) || undefined}
          aria-current={item.state === "current" ? "step" : undefined}
        >
          <div className={styles.line}>
            <RailNode state={item.state} variant={variant} number={index + 1} />
          </div>
          <div className={styles.body}>
            <div className={styles.words}>
              <span className={styles.title}>{item.title}</span>
              {item.aside !== undefined && <span className={styles.aside}>{item.aside}</span>}
              {item.stateWord !== undefined && <VisuallyHidden>{item.stateWord}</VisuallyHidden>}
            </div>
            {item.detail !== undefined && <div className={styles.detail}>{item.detail}</div>}
            {item.children !== undefined && <div className={styles.children}>{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
