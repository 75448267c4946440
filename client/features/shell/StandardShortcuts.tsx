import type { Permission } from "@tierline/shared/permission.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { useShortcut } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";

const shortcuts = [
  { keys: "a", name: "addService", permission: "order.place", href: path.assign },
  { keys: "c", name: "newCustomer", permission: "customer.create", href: path.newCustomer },
  { keys: "g h", name: "home", permission: "home.view", href: path.home },
  { keys: "g c", name: "customers", permission: "customer.view", href: path.customers },
  { keys: "g s", name: "services", permission: "service.view", href: path.services },
  { keys: "g o", name: "catalog", permission: "catalog.view", href: path.catalog },
  { keys: "g i", name: "inventory", permission: "inventory.view", href: path.inventory },
  { keys: "g t", name: "resellers", permission: "reseller.view", href: path.resellers },
  { keys: "g r", name: "runs", permission: "run.view", href: path.runs },
] as const satisfies readonly { permission: Permission; [key: string]: unknown }[];

/** The keys that lead somewhere from every page, as far as one may go there. A page's own come after and win. */
export function StandardShortcuts() {
  const { permissions } = useViewer();
  return shortcuts
    .filter(({ permission }) => permissions.includes(permission))
    .map((shortcut) => <GoTo key={shortcut.keys} {...shortcut} />);
}

function GoTo({ keys, name, href }: (typeof shortcuts)[number]) {
  const { t } = useTranslation("shell");
  const go = useGo();
  const reseller = useReseller();
  useShortcut(keys, t(`shortcut.${name}`), () => go(href(reseller)));
  return null;
}
