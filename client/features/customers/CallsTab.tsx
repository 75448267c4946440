import { CallList } from "../../navigation/CallList.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { useTranslation } from "react-i18next";

/** The customer's calls (V22). */
export function CallsTab({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("calls");
  return (
    <Permitted by="call.view" title={t("title")}>
      <CallList customerId={customerId} />
    </Permitted>
  );
}
