import { useTranslation } from "react-i18next";
import { useCan } from "../api/viewer.tsx";
import { AppLink } from "./AppLink.tsx";
import { path } from "./path.ts";
import { useReseller } from "./use-place.ts";

/** What was done to one thing, on the page of the whole trail; nothing for who may not see it. */
export function AuditLink({ subject }: { readonly subject: string }) {
  const { t } = useTranslation("shell");
  const reseller = useReseller();
  if (!useCan("audit.view").isAllowed) return null;
  return <AppLink href={path.audit(reseller, { subject })}>{t("itsAudit")}</AppLink>;
}
