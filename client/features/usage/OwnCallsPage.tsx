import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { CallList } from "../../navigation/CallList.tsx";
import { ClosedPart } from "../../navigation/ClosedPart.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";

/** One's own calls, where the reseller lets its customer see them. */
export function OwnCallsPage() {
  const { t } = useTranslation("calls");
  const { permissions } = useViewer();
  return (
    <>
      <PageHeader title={t("title")} />
      {permissions.includes("call.view") ? <CallList isOwn /> : <ClosedPart />}
    </>
  );
}
