import {
  IconCoins,
  IconHome,
  IconLifebuoy,
  IconPhone,
  IconPlugConnected,
  IconUser,
  type Icon,
} from "@tabler/icons-react";
import type { Permission } from "@tierline/shared/permission.ts";
import type { ViewerValue } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";

export interface PortalEntry {
  readonly key: "home" | "services" | "lines" | "billing" | "problems" | "account";
  readonly icon: Icon;
  /** Whoever was not let do it has no such entry; null is everybody's. */
  readonly permission: Permission | null;
  readonly href: string;
}

/** What stands in the bar. There is room for six on a phone; what is looked for seldom is reached from the account. */
export const portalMenu: readonly PortalEntry[] = [
  { key: "home", icon: IconHome, permission: null, href: path.portal() },
  { key: "services", icon: IconPlugConnected, permission: "service.view", href: path.portalServices() },
  { key: "lines", icon: IconPhone, permission: "service.view", href: path.portalLines() },
  { key: "billing", icon: IconCoins, permission: "balance.view", href: path.portalBilling() },
  { key: "problems", icon: IconLifebuoy, permission: "problem.view", href: path.portalProblems() },
  { key: "account", icon: IconUser, permission: null, href: path.portalAccount() },
];

export interface AccountEntry {
  readonly key: "calls" | "subscribers" | "contacts" | "security";
  readonly permission: Permission | null;
  readonly href: string;
}

/** What is reached from the account. */
export const accountMenu: readonly AccountEntry[] = [
  { key: "calls", permission: "call.view", href: path.portalCalls() },
  { key: "subscribers", permission: "subscriber.view", href: path.portalSubscribers() },
  { key: "contacts", permission: "customer.view", href: path.portalContacts() },
  { key: "security", permission: null, href: path.portalSecurity() },
];

export function isOpenTo<Entry extends { readonly permission: Permission | null }>(
  { permissions }: Pick<ViewerValue, "permissions">,
  entry: Entry,
): boolean {
  return entry.permission === null || permissions.includes(entry.permission);
}
