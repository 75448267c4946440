import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./AddItemsPage.module.css";
import type { LineProblem, ReadLine } from "./read-lines.ts";

interface LineProblemsProps {
  readonly lines: readonly ReadLine[];
  readonly onRemove: (numbers: ReadonlySet<number>) => void;
}

/** More at once help nobody; the rest follows when these are mended. */
const shownMax = 20;

/** What cannot be added as it stands, line by line, to be mended in the field or taken out here. */
export function LineProblems({ lines, onRemove }: LineProblemsProps) {
  const { t } = useTranslation("inventory");
  const words = useProblemWords();
  return (
    <div className={classes.problems}>
      <div className={classes.problemsHead}>
        <strong>{t("add.problems", { count: lines.length })}</strong>
        <Button size="xs" variant="default" onClick={() => onRemove(new Set(lines.map(({ number }) => number)))}>
          {t("add.removeAll", { count: lines.length })}
        </Button>
      </div>
      <ul aria-label={t("add.problems", { count: lines.length })}>
        {lines.slice(0, shownMax).map(({ number, text, problem }) => (
          <li key={number}>
            <span className={classes.number}>{t("add.line", { number })}</span>
            <span className={classes.code}>{text}</span>
            <span className={classes.why}>{problem !== null && words(problem)}</span>
            <ActionIcon
              variant="subtle"
              size={24}
              aria-label={t("add.remove", { number })}
              onClick={() => onRemove(new Set([number]))}
            >
              <IconTrash size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {lines.length > shownMax && <p>{t("add.moreProblems", { count: lines.length - shownMax })}</p>}
    </div>
  );
}

function useProblemWords(): (problem: LineProblem) => string {
  const { t } = useTranslation(["inventory", "identifiers"]);
  return (problem) => {
    if (problem.kind === "twice") return t("add.twice", { number: problem.first });
    return problem.kind === "bad" ? t(`identifiers:${problem.key}`) : problem.message;
  };
}
