import { IconCheck, IconNote, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./Timeline.module.css";

export type TimelineMark = "done" | "dot" | "note" | "bad";

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly time?: ReactNode;
  readonly mark?: TimelineMark;
}

/** What happened, newest first, on the rail. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map(({ key, title, detail, time, mark = "dot" }) => (
        <li key={key} className={styles.item}>
          <span className={styles.line} aria-hidden="true">
            <span className={styles.mark} data-mark={mark}>
              {icons[mark]}
            </span>
          </span>
          <div className={styles.body}>
            <div className={styles.words}>
              <span className={styles.title}>{title}</span>
              {time !== undefined && <span className={styles.quiet}>{time}</span>}
            </div>
            {detail !== undefined && <div className={styles.quiet}>{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

const icons: Record<TimelineMark, ReactNode> = {
  done: <IconCheck size={12} stroke={2.6} />,
  dot: null,
  note: <IconNote size={12} stroke={1.8} />,
  bad: <IconX size={12} stroke={2.6} />,
};
