import { useTranslation } from "react-i18next";
import { useViewer } from "../api/viewer.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

/** VX15: in the place of what the reseller has not opened to its customer's people: who can. */
export function ClosedPart() {
  const { t } = useTranslation("portal");
  const { reseller } = useViewer();
  return (
    <EmptyState kind="forbidden" title={t("closed.title")}>
      {t("closed.text", { reseller: reseller.name })}
    </EmptyState>
  );
}
