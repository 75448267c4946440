import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import { RailDots } from "../../ui/RailDots.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import { railStates, type Run } from "./run-facts.ts";
import { SameCauseDocument } from "./run.generated.ts";
import classes from "./RunPage.module.css";

/** Whether others stopped for the same reason: one fault outside stops many runs, and is mended once. */
export function SameCausePanel({ run }: { run: Run }) {
  const { t } = useTranslation("runs");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const errorCode = run.error?.code ?? "";
  const { data } = useQuery(SameCauseDocument, {
    variables: { filter: { errorCode, state: ["FAILED"] } },
    skip: errorCode === "",
  });
  const others = data?.provisioningRuns.nodes.filter(({ id }) => id !== run.id) ?? [];
  if (data === undefined || others.length === 0) return null;
  const all = path.runs(reseller, { error: errorCode });
  return (
    <Panel title={t("same.title")} padded={false} aside={<AppLink href={all}>{t("same.all")}</AppLink>}>
      <ul className={classes.same}>
        {others.map((other) => (
          <li key={other.id}>
            <AppLink href={path.run(reseller, other.id)}>{other.number}</AppLink>
            <span>{other.title}</span>
            <RailDots
              states={railStates(other)}
              label={t("progress", { count: other.totalTasks, done: other.completedTasks })}
            />
            <TimeText value={other.finishedAt ?? other.queuedAt} locale={locale} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
