import { useTranslation } from "react-i18next";
import { path } from "../../navigation/path.ts";
import { useShortcut } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";

/** The keys that lead somewhere from every page. A page's own come after and win. */
export function StandardShortcuts() {
  const { t } = useTranslation("shell");
  const go = useGo();
  const reseller = useReseller();
  useShortcut("a", t("shortcut.addService"), () => go(path.assign(reseller)));
  useShortcut("c", t("shortcut.newCustomer"), () => go(path.newCustomer(reseller)));
  useShortcut("g h", t("shortcut.home"), () => go(path.home(reseller)));
  useShortcut("g c", t("shortcut.customers"), () => go(path.customers(reseller)));
  useShortcut("g s", t("shortcut.services"), () => go(path.services(reseller)));
  useShortcut("g o", t("shortcut.catalog"), () => go(path.catalog(reseller)));
  useShortcut("g i", t("shortcut.inventory"), () => go(path.inventory(reseller)));
  useShortcut("g r", t("shortcut.runs"), () => go(path.runs(reseller)));
  return null;
}
