import {
  IconAddressBook,
  IconBook2,
  IconBox,
  IconCode,
  IconCreditCard,
  IconDeviceSim,
  IconFlask,
  IconHash,
  IconHistory,
  IconHome,
  IconLifebuoy,
  IconListCheck,
  IconPalette,
  IconPhone,
  IconPhoneCall,
  IconPhoneCalling,
  IconPlugConnected,
  IconReceipt,
  IconReportMoney,
  IconRoute,
  IconShieldLock,
  IconShieldSearch,
  IconSitemap,
  IconTableImport,
  IconUserCheck,
  IconUsers,
  IconWorld,
  type Icon,
} from "@tabler/icons-react";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import type { Permission } from "@tierline/shared/permission.ts";
import { useConnectionState } from "../../api/connection.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { ShellStatusDocument } from "./shell.generated.ts";
import classes from "./SideNav.module.css";

type NavKey =
  | "home"
  | "customers"
  | "onboarding"
  | "services"
  | "catalog"
  | "calls"
  | "rates"
  | "payments"
  | "reports"
  | "inventory"
  | "numbers"
  | "runs"
  | "liveCalls"
  | "problems"
  | "resellers"
  | "brand"
  | "people"
  | "roles"
  | "presets"
  | "screening"
  | "audit"
  | "playbooks"
  | "connectors"
  | "imports"
  | "callIn"
  | "developers"
  | "lab";

interface NavEntry {
  readonly key: NavKey;
  readonly icon: Icon;
  readonly permission: Permission;
  readonly href: (reseller: string) => string;
}

const groups: readonly {
  readonly title: "sell" | "channel" | "team" | "trust" | "platform" | null;
  readonly entries: readonly NavEntry[];
}[] = [
  { title: null, entries: [{ key: "home", icon: IconHome, permission: "home.view", href: path.home }] },
  {
    title: "sell",
    entries: [
      { key: "customers", icon: IconAddressBook, permission: "customer.view", href: path.customers },
      { key: "onboarding", icon: IconListCheck, permission: "customer.create", href: path.onboardings },
      { key: "services", icon: IconPhone, permission: "service.view", href: path.services },
      { key: "catalog", icon: IconBox, permission: "catalog.view", href: path.catalog },
      { key: "calls", icon: IconPhoneCall, permission: "call.view", href: path.calls },
      { key: "liveCalls", icon: IconPhoneCalling, permission: "call.view", href: path.liveCalls },
      { key: "rates", icon: IconReceipt, permission: "rate.view", href: path.rates },
      { key: "payments", icon: IconCreditCard, permission: "payment.set_up", href: path.payments },
      { key: "reports", icon: IconReportMoney, permission: "finance.view", href: path.reports },
      { key: "inventory", icon: IconDeviceSim, permission: "inventory.view", href: path.inventory },
      { key: "numbers", icon: IconHash, permission: "inventory.view", href: path.numbers },
      { key: "runs", icon: IconRoute, permission: "run.view", href: path.runs },
      { key: "imports", icon: IconTableImport, permission: "bulk.import", href: path.imports },
      { key: "problems", icon: IconLifebuoy, permission: "problem.handle", href: path.problems },
    ],
  },
  {
    title: "channel",
    entries: [
      { key: "resellers", icon: IconSitemap, permission: "reseller.view", href: path.resellers },
      { key: "brand", icon: IconPalette, permission: "brand.edit", href: path.brand },
    ],
  },
  {
    title: "team",
    entries: [
      { key: "people", icon: IconUsers, permission: "user.view", href: path.people },
      { key: "roles", icon: IconShieldLock, permission: "user.view", href: path.roles },
      { key: "presets", icon: IconUserCheck, permission: "customer.delegate", href: path.presets },
    ],
  },
  {
    title: "trust",
    entries: [
      { key: "screening", icon: IconShieldSearch, permission: "screening.view", href: path.screening },
      { key: "audit", icon: IconHistory, permission: "audit.view", href: path.audit },
    ],
  },
  {
    title: "platform",
    entries: [
      { key: "playbooks", icon: IconBook2, permission: "playbook.view", href: path.playbooks },
      { key: "connectors", icon: IconPlugConnected, permission: "connector.view", href: path.connectors },
      { key: "callIn", icon: IconWorld, permission: "call_in.edit", href: path.callIn },
      { key: "developers", icon: IconCode, permission: "api_key.view", href: path.developers },
      { key: "lab", icon: IconFlask, permission: "lab.view", href: path.lab },
    ],
  },
];

/** Only what exists and what the viewer may see; a count only where something is to be done. */
export function SideNav({ reseller, pathname }: { reseller: string; pathname: string }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const shown = (entry: NavEntry): boolean =>
    viewer.permissions.includes(entry.permission) && (entry.key !== "lab" || viewer.lab);
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      {groups.map(({ title, entries }) => {
        const visible = entries.filter(shown);
        if (visible.length === 0) return null;
        return (
          <div key={title ?? "top"} className={classes.group}>
            {title !== null && <div className={classes.title}>{t(`nav.${title}`)}</div>}
            {visible.map(({ key, icon: IconOf, href }) => {
              const target = href(reseller);
              const isHere = key === "home" ? pathname.replace(/\/$/, "") === target : pathname.startsWith(target);
              return (
                <AppLink key={key} href={target} className={classes.entry} aria-current={isHere ? "page" : undefined}>
                  <IconOf size={17} stroke={1.6} aria-hidden />
                  <span>{t(`nav.${key}`)}</span>
                  {key === "runs" && <FailedCount />}
                </AppLink>
              );
            })}
          </div>
        );
      })}
      <StatusLine />
    </nav>
  );
}

function FailedCount() {
  const { t } = useTranslation("shell");
  const { data } = useQuery(ShellStatusDocument, { fetchPolicy: "cache-first" });
  const failed = data?.homeSummary.failedRuns ?? 0;
  return failed === 0 ? null : <span className={classes.failed}>{t("failedRuns", { count: failed })}</span>;
}

/** Whether the network answers, that it is the lab, and whether live updates come through. */
function StatusLine() {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const connectionState = useConnectionState();
  const canSee = useCan("connector.view").isAllowed;
  const { data } = useQuery(ShellStatusDocument, { fetchPolicy: "cache-first", skip: !canSee });
  const connectors = data?.connectors ?? [];
  const failing = connectors.filter(({ health }) => health === "FAILED");
  const slow = connectors.filter(({ health }) => health === "DEGRADED");
  const names = (list: typeof connectors): string => list.map(({ title }) => title).join(", ");
  return (
    <div className={classes.status} role="status">
      {(connectionState === "reconnecting" || connectionState === "polling") && (
        <StateDot tone="warn">{t(`connection.${connectionState}`)}</StateDot>
      )}
      {failing.length > 0 && <StateDot tone="bad">{t("health.failed", { names: names(failing) })}</StateDot>}
      {failing.length === 0 && slow.length > 0 && (
        <StateDot tone="warn">{t("health.degraded", { names: names(slow) })}</StateDot>
      )}
      {canSee && connectors.length > 0 && failing.length + slow.length === 0 && (
        <StateDot tone="ok">{t("health.ok")}</StateDot>
      )}
      {viewer.lab && <span className={classes.lab}>{t("lab.line")}</span>}
    </div>
  );
}
