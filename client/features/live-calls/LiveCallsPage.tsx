import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LiveCallRowFragment, LiveCallsViewFragment } from "../../api/live-calls.generated.ts";
import { useLiveCalls } from "../../api/use-live-calls.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { LiveCallTable, numberOf } from "../../navigation/LiveCallTable.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { formatNumber } from "../../ui/format.ts";
import { lazyDialog } from "../../ui/lazy-part.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { EndCall } from "./EndCall.tsx";
import classes from "./LiveCalls.module.css";

const limits = lazyDialog(() => import("../../navigation/CallLimits.tsx").then(({ CallLimits }) => CallLimits));

/** B16: the calls of this tier and below, from their beginning to their end, and those that were not let through. */
export function LiveCallsPage() {
  const { t } = useTranslation("live-calls");
  const locale = useLocale();
  const reseller = useReseller();
  const can = useCan("call.guard");
  const mayEnd = useCan("call.end");
  const [isLimiting, setLimiting] = useState(false);
  const [ended, setEnded] = useState<LiveCallRowFragment | null>(null);
  const result = useLiveCalls(pageSizeDefault);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        beside={result.data && <span>{formatNumber(result.data.liveCalls.total, locale)}</span>}
        actions={
          <ReasonedButton variant="default" disabledReason={can.reason} onClick={() => setLimiting(true)}>
            {t("limits.own")}
          </ReasonedButton>
        }
      />
      <div className={classes.page}>
        <QueryState result={result}>
          {({ liveCalls: { calls, total, refused } }) => (
            <>
              <div className={classes.box}>
                <LiveCallTable
                  calls={calls}
                  total={total}
                  customerHref={(id) => path.customer(reseller, id)}
                  ending={{ disabledReason: mayEnd.reason, onEnd: setEnded }}
                />
              </div>
              {refused.length > 0 && <Refused calls={refused} />}
            </>
          )}
        </QueryState>
      </div>
      {ended !== null && <EndCall call={ended} onClose={() => setEnded(null)} />}
      <limits.Part of={null} isOpen={isLimiting} onClose={() => setLimiting(false)} />
    </>
  );
}

function Refused({ calls }: { readonly calls: LiveCallsViewFragment["refused"] }) {
  const { t } = useTranslation("live-calls");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  return (
    <Panel title={t("refused")} count={calls.length} padded={false}>
      <ul className={classes.refused}>
        {calls.map(({ key, called, customer, message, refusedAt }) => (
          <li key={key}>
            <span className={classes.why}>
              <strong>{numberOf(called)}</strong> <span>{message}</span>
            </span>
            <span className={classes.dim}>
              <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>{" "}
              <RelativeTime value={refusedAt} locale={locale} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
