import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { BillingFigures } from "../../navigation/BillingFigures.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { OwnBalanceDocument } from "./own-balance.generated.ts";

/** What there is to spend or to pay, as it moves (F12); nothing for whom it is not opened. */
export function OwnBalance() {
  const { t } = useTranslation("billing");
  const { permissions, customer } = useViewer();
  const isOpen = permissions.includes("balance.view") && customer !== null;
  const { data } = useQuery(OwnBalanceDocument, {
    variables: { id: customer?.id ?? "" },
    fetchPolicy: "cache-and-network",
    skip: !isOpen,
  });
  const account = data?.customer?.billingAccount ?? null;
  if (account === null) return null;
  return (
    <Panel title={t("balance")}>
      <BillingFigures account={account} />
    </Panel>
  );
}
