import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Developers.module.css";

const query = "query First { viewer { user { name } permissions } }";

/** The one time that a key is there to be copied, with a request that works as it stands. */
export function ShownKey({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation("developers");
  const labels = { copy: t("copy"), copied: t("copied") };
  const request = [
    `curl ${window.location.origin}/graphql \\`,
    `  -H "Authorization: Bearer ${token}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify({ query })}'`,
  ].join("\n");
  return (
    <div role="status">
      <Panel
        title={t("shown.title")}
        aside={
          <Button variant="default" size="xs" onClick={onClose}>
            {t("shown.kept")}
          </Button>
        }
      >
        <div className={classes.form}>
          <p className={classes.dim}>{t("shown.once")}</p>
          <CodeBlock code={token} label={t("shown.key")} labels={labels} />
          <p className={classes.dim}>{t("shown.try")}</p>
          <CodeBlock code={request} label={t("shown.request")} labels={labels} />
        </div>
      </Panel>
    </div>
  );
}
