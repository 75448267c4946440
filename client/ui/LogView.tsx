import { ActionIcon, Tooltip } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { CopyButton, type CopyLabels } from "./CopyButton.tsx";
import styles from "./LogView.module.css";

export interface LogLine {
  readonly key: string;
  /** As it is to be read, e.g. `12:05:02`. */
  readonly time: string;
  readonly text: string;
  /** running for a retry, bad for a failure. */
  readonly tone?: "running" | "bad" | undefined;
}

export interface LogViewProps {
  readonly lines: readonly LogLine[];
  readonly label: string;
  readonly maxHeight?: number | string;
  readonly empty?: ReactNode;
}

/** How near to its end the log still counts as being read there. */
const endPx = 24;

/** A log that follows its end, unless one has scrolled up to read. */
export function LogView({ lines, label, maxHeight = 420, empty }: LogViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (box.current !== null && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <div
      ref={box}
      className={styles.log}
      style={{ maxHeight }}
      role="region"
      aria-label={label}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < endPx;
      }}
    >
      {lines.length === 0 && empty}
      {lines.map(({ key, time, text, tone }) => (
        <div key={key} className={styles.line} data-tone={tone}>
          <span className={styles.time}>{time}</span>
          <span className={styles.text}>{text}</span>
        </div>
      ))}
    </div>
  );
}

export interface LogActionsProps {
  readonly lines: readonly LogLine[];
  readonly fileName: string;
  readonly labels: CopyLabels & { readonly download: string };
}

/** Copy and download of the log, for the header of its panel. */
export function LogActions({ lines, fileName, labels }: LogActionsProps) {
  return (
    <>
      <CopyButton value={textOf(lines)} labels={labels} />
      <Tooltip label={labels.download}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={labels.download}
          onClick={() => download(textOf(lines), fileName)}
        >
          <IconDownload size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function textOf(lines: readonly LogLine[]): string {
  return lines.map(({ time, text }) => `${time} ${text}\n`).join("");
}

function download(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
