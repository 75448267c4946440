import { useTranslation } from "react-i18next";

const addressParts = ["line1", "line2", "city", "region", "postalCode"] as const;
const trunkParts = ["ipAddress", "sipPort", "transport", "users", "description", "pbxUser", "gatewayUser"] as const;

/** What a place in a draft is called where it is typed, e.g. “Support contacts 1 · E-mail”. */
export function useEntryLabel(): (at: readonly string[]) => string {
  const { t } = useTranslation(["onboarding", "customers"]);
  const own: Readonly<Record<string, string>> = {
    name: t("customers:field.name"),
    email: t("customers:field.email"),
    phone: t("customers:field.phone"),
    language: t("customers:field.language"),
    taxNumber: t("customers:field.taxNumber"),
    country: t("customers:field.country"),
    businessType: t("onboarding:businessType"),
    domains: t("customers:domains.title"),
    role: t("onboarding:role"),
    billingAddress: t("onboarding:address"),
    supportContacts: t("onboarding:support"),
    siteAdministrators: t("onboarding:administrators"),
    gateway: t("onboarding:step.GATEWAY"),
    pbx: t("onboarding:step.PBX"),
    siteName: t("customers:field.siteName"),
    siteAddress: t("onboarding:siteAddress"),
  };
  const labels = new Map(Object.entries(own));
  for (const part of addressParts) labels.set(part, t(`customers:address.${part}`));
  for (const part of trunkParts) labels.set(part, t(`onboarding:trunk.${part}`));
  return (at) =>
    at
      .filter((part) => part !== "customer")
      .map((part) => labels.get(part) ?? String(Number(part) + 1))
      .join(" · ")
      .replaceAll(/ · (?=\d)/g, " ");
}
