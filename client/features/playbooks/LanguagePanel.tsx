import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { inputsOf } from "./action-inputs.ts";
import classes from "./PlaybookPage.module.css";
import { PlaybookLanguageDocument, type PlaybookLanguageQuery } from "./playbooks.generated.ts";

type Language = PlaybookLanguageQuery["playbookLanguage"];

/** What may stand in a playbook: the actions with what goes in and comes out, and the variables. */
export function LanguagePanel() {
  const { t } = useTranslation("playbooks");
  const result = useQuery(PlaybookLanguageDocument, { fetchPolicy: "cache-first" });
  const [search, setSearch] = useState("");
  return (
    <Panel title={t("language.title")}>
      <SearchField
        size="xs"
        value={search}
        onChange={setSearch}
        label={t("language.search")}
        placeholder={t("language.search")}
        clearLabel={t("language.clear")}
      />
      <QueryState result={result} rows={4}>
        {({ playbookLanguage }) => <Found language={playbookLanguage} search={search.trim().toLowerCase()} />}
      </QueryState>
    </Panel>
  );
}

function Found({ language, search }: { language: Language; search: string }) {
  const { t } = useTranslation("playbooks");
  const has = (...texts: string[]): boolean => texts.some((text) => text.toLowerCase().includes(search));
  const actions = language.actions.filter(({ key, title, description }) => has(key, title, description));
  const variables = language.variables.filter(({ key, description }) => has(key, description));
  return (
    <>
      <h3 className={classes.subtitle}>{t("language.actions", { count: actions.length })}</h3>
      {actions.map((action) => (
        <Action key={action.key} action={action} />
      ))}
      <details className={classes.variablesFold} open={search !== ""}>
        <summary>{t("language.variables", { count: variables.length })}</summary>
        <dl className={classes.variables}>
          {variables.map(({ key, description, isSecret }) => (
            <div key={key}>
              <dt>
                <code>{`\${${key}}`}</code>
                {isSecret && <span className={classes.dim}> {t("language.secret")}</span>}
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Action({ action }: { action: Language["actions"][number] }) {
  const { t } = useTranslation("playbooks");
  const inputs = inputsOf(action.inputSchema);
  const traits = [
    t(`kind.${action.kind}`),
    action.connector,
    action.hasUndo ? t("language.undo") : t("language.noUndo"),
    action.hasVerify ? t("language.verify") : null,
  ];
  return (
    <details className={classes.action}>
      <summary>
        <code>{action.key}</code> <span className={classes.dim}>{action.title}</span>
      </summary>
      <p className={classes.text}>{action.description}</p>
      <p className={classes.dim}>{traits.filter((trait) => trait !== null).join(" · ")}</p>
      {inputs.length > 0 && (
        <>
          <p className={classes.label}>{t("language.inputs")}</p>
          <ul>
            {inputs.map(({ key, type, isRequired, description }) => (
              <li key={key}>
                <code>{key}</code> {type} {!isRequired && <span className={classes.dim}>{t("language.optional")}</span>}{" "}
                <span className={classes.dim}>{description}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {action.outputs.length > 0 && (
        <p className={classes.text}>
          {t("language.outputs")} <code>{action.outputs.join(", ")}</code>
        </p>
      )}
    </details>
  );
}
