import { useTranslation } from "react-i18next";
import classes from "./PlaybookPage.module.css";
import type { Problem } from "./use-validation.ts";

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onGoTo: (line: number, column: number | null) => void;
}

/** What is wrong, by line; each leads to its line. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  const { t } = useTranslation("playbooks");
  const sorted = problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return (
    <ul className={classes.problems} aria-label={t("problems")}>
      {sorted.map(({ message, path, line, column }, index) => (
        <li key={`${line} ${path} ${index}`}>
          {line === null ? (
            <span className={classes.line}>{t("wholeDocument")}</span>
          ) : (
            <button type="button" className={classes.line} onClick={() => onGoTo(line, column)}>
              {t("line", { line })}
            </button>
          )}
          <span>
            {message} {path !== null && <code>{path}</code>}
          </span>
        </li>
      ))}
    </ul>
  );
}
