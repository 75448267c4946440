import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { ProblemListDocument } from "../../api/problems.generated.ts";
import { useCan } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { ProblemTable } from "../../navigation/ProblemTable.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ReportProblem } from "../../navigation/ReportProblem.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { CustomerServicesDocument } from "./customer.generated.ts";

/** What was reported about the customer's services. */
export function ProblemsTab({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation(["problems", "rows", "words"]);
  const reseller = useReseller();
  const can = useCan("problem.report");
  const [isReporting, setReporting] = useState(false);
  const result = useQuery(ProblemListDocument, {
    variables: { filter: { customerId }, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Panel
      title={t("title")}
      padded={false}
      count={result.data?.problems.totalCount.value}
      aside={
        <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setReporting(true)}>
          {t("report")}
        </ReasonedButton>
      }
    >
      <QueryState result={result}>
        {({ problems }) => (
          <ProblemTable
            {...pagesOf(result, problems.pageInfo)}
            problems={problems.nodes}
            caption={t("title")}
            hrefOf={(id) => path.problem(reseller, id)}
            hidesCustomer
            empty={<EmptyState kind="first" title={t("noneYet")} />}
          />
        )}
      </QueryState>
      {isReporting && (
        <Report customerId={customerId} onClose={() => setReporting(false)} onReported={() => void result.refetch()} />
      )}
    </Panel>
  );
}

interface ReportProps {
  readonly customerId: string;
  readonly onClose: () => void;
  readonly onReported: () => void;
}

function Report(props: ReportProps) {
  const { data } = useQuery(CustomerServicesDocument, { variables: { id: props.customerId, first: pageSizeDefault } });
  return <ReportProblem {...props} services={data?.customer?.services.nodes ?? []} />;
}
