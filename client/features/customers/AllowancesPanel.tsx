import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CustomerAllowancesDocument } from "../../api/allowances.generated.ts";
import { useCan } from "../../api/viewer.tsx";
import { AllowanceCounts } from "../../navigation/AllowanceCounts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AssignAllowances } from "./AssignAllowances.tsx";

/** Included minutes: of who pays by them, and of who has some all the same (B9). */
export function AllowancesPanel({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("allowances");
  const can = useCan("rate.edit");
  const [isChanging, setChanging] = useState(false);
  const { data } = useQuery(CustomerAllowancesDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const account = data?.customer?.billingAccount;
  const allowances = data?.customer?.allowances ?? null;
  const all = [...(allowances?.held ?? []), ...(allowances?.ofLines ?? [])];
  if (account == null || (account.mode !== "ALLOWANCE" && all.length === 0)) return null;
  return (
    <Panel
      title={t("title")}
      padded={false}
      aside={
        <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setChanging(true)}>
          {t("change")}
        </ReasonedButton>
      }
    >
      <AllowanceCounts held={all} />
      {isChanging && (
        <AssignAllowances
          customerId={customerId}
          cycleDay={allowances?.cycleDay ?? account.cycleDay}
          isUsableAtZero={allowances?.isUsableAtZero ?? null}
          held={allowances?.held ?? []}
          onClose={() => setChanging(false)}
        />
      )}
    </Panel>
  );
}
