import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import classes from "./Developers.module.css";
import { ShownOnce } from "./ShownOnce.tsx";

const query = "query First { viewer { user { name } permissions } }";

/** Of a program, with a request that works as it stands. */
export function ShownKey({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation("developers");
  const labels = { copy: t("copy"), copied: t("copied") };
  const request = [
    `curl ${window.location.origin}/graphql \\`,
    `  -H "Authorization: Bearer ${token}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify({ query })}'`,
  ].join("\n");
  const words = {
    ...labels,
    title: t("shown.title"),
    kept: t("shown.kept"),
    once: t("shown.once"),
    secret: t("shown.key"),
  };
  return (
    <ShownOnce secret={token} onClose={onClose} words={words}>
      <p className={classes.dim}>{t("shown.try")}</p>
      <CodeBlock code={request} label={t("shown.request")} labels={labels} />
    </ShownOnce>
  );
}
