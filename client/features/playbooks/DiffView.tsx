import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "@mantine/core";
import { diffLines, folded } from "./line-diff.ts";
import classes from "./DiffView.module.css";

interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  readonly label: string;
}

const signs = { same: " ", added: "+", removed: "−" };

/** The lines that changed, told by sign and word and not by colour alone. */
export function DiffView({ before, after, label }: DiffViewProps) {
  const { t } = useTranslation("playbooks");
  const rows = useMemo(() => folded(diffLines(before, after)), [before, after]);
  if (before === after) return <p className={classes.none}>{t("diff.none")}</p>;
  return (
    <div className={classes.diff} role="region" aria-label={label} tabIndex={0}>
      {rows.map((row, index) =>
        typeof row === "number" ? (
          <div key={index} className={classes.gap}>
            {t("diff.unchanged", { count: row })}
          </div>
        ) : (
          <div key={index} className={classes.line} data-kind={row.kind}>
            <span className={classes.number}>{row.after ?? row.before}</span>
            <span aria-hidden="true">{signs[row.kind]}</span>
            {row.kind !== "same" && <VisuallyHidden>{t(`diff.${row.kind}`)} </VisuallyHidden>}
            <span className={classes.text}>{row.text}</span>
          </div>
        ),
      )}
    </div>
  );
}
