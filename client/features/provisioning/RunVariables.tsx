import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import type { Run } from "./run-facts.ts";
import classes from "./RunPage.module.css";

const mask = "••••••••";
/** A playbook gets some fifty; these are on the way to its log, not what one came for. */
const shownFirst = 12;

/** What the playbook was given. A secret's value never leaves the server; a row of dots says that there is one. */
export function RunVariables({ variables }: Pick<Run, "variables">) {
  const { t } = useTranslation("runs");
  const [isWhole, setWhole] = useState(false);
  const filled = variables.filter(({ value, isSecret }) => isSecret || value !== "");
  const shown = isWhole ? filled : filled.slice(0, shownFirst);
  return (
    <Panel title={t("variables.title")} count={filled.length} aside={t("variables.aside")}>
      <dl className={classes.variables}>
        {shown.map(({ key, value, isSecret }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd className="tl-mono">{isSecret ? mask : value}</dd>
          </div>
        ))}
      </dl>
      {shown.length < filled.length && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setWhole(true)}>
          {t("variables.all", { count: filled.length })}
        </Button>
      )}
    </Panel>
  );
}
