import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { LineAllowanceDocument } from "../../api/allowances.generated.ts";
import { useCan } from "../../api/viewer.tsx";
import { AllowanceCounts } from "../../navigation/AllowanceCounts.tsx";
import { Panel } from "../../ui/Panel.tsx";

/** What its rate plan lets a line talk each month without paying for it; nothing where there are none, or one may not see what is left. */
export function LineMinutes({ serviceId }: { readonly serviceId: string }) {
  const { t } = useTranslation("allowances");
  const { isAllowed } = useCan("balance.view");
  const { data } = useQuery(LineAllowanceDocument, {
    variables: { id: serviceId },
    fetchPolicy: "cache-and-network",
    skip: !isAllowed,
  });
  const allowance = data?.service?.allowance ?? null;
  if (allowance === null) return null;
  return (
    <Panel title={t("ofPlan")} padded={false}>
      <AllowanceCounts held={[allowance]} />
    </Panel>
  );
}
