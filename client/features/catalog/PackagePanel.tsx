import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { Facts } from "../../ui/Facts.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { OfferingDetailsFragment } from "./offering.generated.ts";
import { packageServices } from "./PackageFields.tsx";

/** Nothing where it is neither package nor add-on. */
export function PackagePanel({ offering: { kind, package: terms } }: { offering: OfferingDetailsFragment }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  if (terms === null) return null;
  const included = packageServices.filter((name) => terms[name]).map((name) => t(`package.${name}`));
  return (
    <Panel title={t(kind === "ADDON" ? "package.titleAddon" : "package.title")}>
      <Facts
        items={[
          { key: "key", label: t("package.key"), value: <span className="tl-mono">{terms.key}</span> },
          { key: "rank", label: t("package.rank"), value: formatNumber(String(terms.rank), locale) },
          {
            key: "includes",
            label: t("package.includes"),
            value: included.length === 0 ? t("package.nothing") : included.join(", "),
          },
          {
            key: "needs",
            label: t("package.needsOneOf"),
            value:
              terms.needsOneOf.length === 0 ? (
                t("package.alone")
              ) : (
                <span className="tl-mono">{terms.needsOneOf.join(", ")}</span>
              ),
          },
          {
            key: "holder",
            label: t("package.givenTo"),
            value: t(terms.isForSubscribers ? "package.people" : "package.customer"),
          },
          { key: "sold", label: t("package.sold"), value: t(terms.isComingSoon ? "package.notYet" : "yes") },
        ]}
      />
    </Panel>
  );
}
