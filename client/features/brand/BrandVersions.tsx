import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { BrandQuery } from "./brand.generated.ts";
import classes from "./Brand.module.css";
import { PublishDialog } from "./PublishDialog.tsx";

interface BrandVersionsProps {
  readonly brand: BrandQuery["brand"];
  readonly onChanged: () => Promise<unknown>;
}

/** What was shown before, each to go back to. */
export function BrandVersions({ brand: { past }, onChanged }: BrandVersionsProps) {
  const { t } = useTranslation("brand");
  const locale = useLocale();
  const [chosen, setChosen] = useState<(typeof past)[number] | null>(null);
  if (past.length === 0) return null;
  return (
    <Panel title={t("past.title")} count={past.length}>
      {past.map((version) => (
        <div key={version.id} className={classes.version}>
          <span className={classes.tone} style={{ background: version.ramp[6] ?? "none" }} aria-hidden />
          <strong>{t("past.number", { number: version.number })}</strong>
          <span>{version.header}</span>
          {version.publishedAt !== null && <DateText value={version.publishedAt} locale={locale} />}
          <span className={classes.dim}>{version.note ?? version.savedBy}</span>
          <Button variant="default" size="xs" onClick={() => setChosen(version)}>
            {t("revert")}
          </Button>
        </div>
      ))}
      {chosen !== null && <PublishDialog revertTo={chosen} onClose={() => setChosen(null)} onDone={onChanged} />}
    </Panel>
  );
}
