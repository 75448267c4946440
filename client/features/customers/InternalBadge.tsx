import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** C7: the reseller's own organisation stands among its customers, and says so. */
export function InternalBadge() {
  const { t } = useTranslation("customers");
  return (
    <Badge ml="xs" size="sm" variant="light">
      {t("internal.badge")}
    </Badge>
  );
}
