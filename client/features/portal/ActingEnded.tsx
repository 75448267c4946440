import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useActing } from "../../navigation/use-acting.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import type { Acting } from "./ActingBanner.tsx";
import classes from "./Portal.module.css";

/** In the place of every page once it is over: until one goes back or begins anew, nothing is done in either place. */
export function ActingEnded({ acting: { id, name } }: { acting: Acting }) {
  const { t } = useTranslation("portal");
  const { view, leave, isBusy, problem } = useActing();
  return (
    <main className={classes.alone}>
      <PageHeader title={t("acting.endedTitle", { name })} description={t("acting.endedText", { name })} />
      <div className={classes.choice}>
        <Button loading={isBusy} onClick={() => void leave()}>
          {t("acting.back")}
        </Button>
        <Button variant="default" loading={isBusy} onClick={() => void view(id)}>
          {t("acting.again")}
        </Button>
      </div>
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} />}
    </main>
  );
}
