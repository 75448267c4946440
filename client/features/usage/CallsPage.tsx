import { useTranslation } from "react-i18next";
import { CallList } from "../../navigation/CallList.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";

/** Calls of all customers, those of resellers below too (V21). */
export function CallsPage() {
  const { t } = useTranslation("calls");
  return (
    <Permitted by="call.view" title={t("title")}>
      <PageHeader title={t("title")} description={t("description")} />
      <CallList />
    </Permitted>
  );
}
