import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useLiveCalls } from "../../api/use-live-calls.ts";
import { LiveCallTable } from "../../navigation/LiveCallTable.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Portal.module.css";

/** B16: one's own calls, there as long as they last. Nothing while nobody calls. */
export function OwnLiveCalls() {
  const { t } = useTranslation("live-calls");
  const { data } = useLiveCalls(pageSizeDefault);
  if (data === undefined || data.liveCalls.total === 0) return null;
  const { calls, total } = data.liveCalls;
  return (
    <div className={classes.live}>
      <Panel title={t("title")} count={total} padded={false}>
        <LiveCallTable calls={calls} total={total} />
      </Panel>
    </div>
  );
}
