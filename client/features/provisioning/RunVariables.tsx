import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import type { Run } from "./run-facts.ts";
import classes from "./RunPage.module.css";

const mask = "••••••••";

/** What the playbook was given. A secret's value never leaves the server; a row of dots says that there is one. */
export function RunVariables({ variables }: Pick<Run, "variables">) {
  const { t } = useTranslation("runs");
  return (
    <Panel title={t("variables.title")} aside={t("variables.aside")}>
      <dl className={classes.variables}>
        {variables.map(({ key, value, isSecret }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd className="tl-mono">{isSecret ? mask : value === "" ? "–" : value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
