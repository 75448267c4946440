import { useQuery } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { addMonths } from "@tierline/shared/billing-period.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { serverClock } from "../../api/server-clock.ts";
import { MadeFiles, useMadeFiles } from "../../navigation/MadeFiles.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { WaitingCharges } from "../../navigation/WaitingCharges.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { shownAt } from "../../ui/zoned-time.ts";
import { AccountsPanel } from "./AccountsPanel.tsx";
import { BillingReportDialog } from "./BillingReportDialog.tsx";
import { BusinessTypesPanel } from "./BusinessTypesPanel.tsx";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { MarginsPanel } from "./MarginsPanel.tsx";
import { MonthsPanel } from "./MonthsPanel.tsx";
import { NumbersPanel } from "./NumbersPanel.tsx";
import { reportState, reportViews, type ChangeReport, type ReportState } from "./report-state.ts";
import { MoneyReportsDocument } from "./reports.generated.ts";
import { TimesPanel } from "./TimesPanel.tsx";
import classes from "./Reports.module.css";

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const monthsBefore = 5;

/** What was sold, paid in, paid and kept, and who has what (V23, V24, V25). */
export function ReportsPage() {
  const { t } = useTranslation("reports");
  const [state, setState] = useUrlState(reportState);
  const { reseller } = useViewer();
  const made = useMadeFiles(useReseller());
  return (
    <Permitted by="finance.view" title={t("title")}>
      <PageHeader
        title={t("title")}
        {...(state.view === "money" && { description: t("description", { timeZone: reseller.timeZone }) })}
        actions={
          <Button variant="default" onClick={() => setState({ billing: "new" })}>
            {t("billing.open")}
          </Button>
        }
      >
        <div className={classes.views}>
          <SegmentedChoice
            label={t("views")}
            value={state.view}
            onChange={(view) => setState({ view }, { push: true })}
            options={reportViews.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        </div>
      </PageHeader>
      {state.billing === "new" && (
        <BillingReportDialog onClose={() => setState({ billing: "" })} onBegun={made.reload} />
      )}
      <div className={classes.page}>
        <MadeFiles {...made} />
        {state.view === "money" && <MoneyReports state={state} onChange={setState} />}
        {state.view === "accounts" && <AccountsPanel state={state} onChange={setState} onBegun={made.reload} />}
        {state.view === "customers" && <BusinessTypesPanel />}
        {state.view === "numbers" && <NumbersPanel state={state} onChange={setState} onBegun={made.reload} />}
      </div>
    </Permitted>
  );
}

interface MoneyReportsProps {
  readonly state: ReportState;
  readonly onChange: ChangeReport;
}

/** In the months of the reseller's time zone. */
function MoneyReports({ state, onChange }: MoneyReportsProps) {
  const { t } = useTranslation("reports");
  const { reseller } = useViewer();
  const thisMonth = shownAt(serverClock.now(), reseller.timeZone).slice(0, 7);
  const to = monthPattern.test(state.to) ? state.to : thisMonth;
  const from = monthPattern.test(state.from) ? state.from : addMonths(`${to}-01`, -monthsBefore).slice(0, 7);
  const result = useQuery(MoneyReportsDocument, { variables: { from, to }, fetchPolicy: "cache-and-network" });
  return (
    <>
      <FiguresPanel />
      <WaitingCharges />
      <div className={classes.range}>
        <TextInput
          type="month"
          label={t("from")}
          value={from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="month"
          label={t("to")}
          value={to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <QueryState result={result}>
        {({ financialReport, callMargins }) => (
          <>
            <MonthsPanel report={financialReport} name={`${from}-${to}`} />
            <MarginsPanel rows={callMargins} name={`${from}-${to}`} />
          </>
        )}
      </QueryState>
      <TimesPanel by={state.calls} from={from} to={to} onChange={onChange} />
    </>
  );
}
