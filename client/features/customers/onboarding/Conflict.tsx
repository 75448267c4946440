import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../api/viewer.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PlainTable } from "../../../ui/PlainTable.tsx";
import classes from "../CustomerForm.module.css";
import { differences, valuesOf } from "./draft-values.ts";
import { useEntryLabel } from "./use-entry-label.ts";
import type { Onboarding, OnboardingForm } from "./use-onboarding.ts";

interface ConflictProps {
  readonly onboarding: OnboardingForm;
  readonly theirs: Onboarding;
}

/** Both versions, where they differ: nothing is lost that nobody has given up. */
export function Conflict({ onboarding: { form, keepMine, takeTheirs }, theirs }: ConflictProps) {
  const { t, i18n } = useTranslation("onboarding");
  const labelOf = useEntryLabel();
  const { country } = useViewer().reseller;
  const others = valuesOf(theirs.draft, { country, language: i18n.resolvedLanguage ?? "en" });
  return (
    <Panel title={t("conflict", { by: theirs.savedBy })}>
      <PlainTable label={t("conflict", { by: theirs.savedBy })}>
        <thead>
          <tr>
            <th scope="col">{t("entry")}</th>
            <th scope="col">{t("mine")}</th>
            <th scope="col">{t("theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {differences(form.values, others).map(({ at, mine, theirs: other }) => (
            <tr key={at.join(".")}>
              <th scope="row">{labelOf(at)}</th>
              <td>{mine}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <Group gap="sm" mt="sm" className={classes.end}>
        <Button variant="default" onClick={takeTheirs}>
          {t("takeTheirs")}
        </Button>
        <Button onClick={keepMine}>{t("keepMine")}</Button>
      </Group>
    </Panel>
  );
}
