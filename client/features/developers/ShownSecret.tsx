import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Developers.module.css";

/** The one time that a secret is there to be copied. */
export function ShownSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation("webhooks");
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
          <CodeBlock code={secret} label={t("shown.secret")} labels={{ copy: t("copy"), copied: t("copied") }} />
        </div>
      </Panel>
    </div>
  );
}
