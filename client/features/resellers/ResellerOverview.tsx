import { IconCheck, IconLock } from "@tabler/icons-react";
import { limitedKinds } from "@tierline/shared/reseller-limits.ts";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { countryName, languageName } from "../../ui/countries.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ManagedBy } from "./reseller-fields.tsx";
import type { ResellerView } from "./reseller-view.ts";
import classes from "./Resellers.module.css";
import { isLetDo, rightGroups, rightsOfGroup, type RightGroup } from "./rights.ts";
import { parentName } from "./parent-name.ts";

export function ResellerOverview({ reseller }: { reseller: ResellerView }) {
  const { t } = useTranslation("resellers");
  return (
    <div className={classes.columns}>
      <Panel title={t("facts.title")}>
        <Facts items={useFacts(reseller)} />
      </Panel>
      <RightsPanel reseller={reseller} />
    </div>
  );
}

function useFacts(reseller: ResellerView): Fact[] {
  const { t } = useTranslation("resellers");
  const locale = useLocale();
  const address = useReseller();
  const viewer = useViewer();
  const canSeeCustomers = useCan("customer.view").isAllowed;
  const parent = parentName(reseller);
  const isOwn = reseller.id === viewer.reseller.id;
  const lock = isOwn && parent !== null ? <ManagedBy parent={parent} /> : null;
  const locked = (value: string) => (
    <>
      {value} {lock !== null && <span className={classes.why}>{lock}</span>}
    </>
  );
  const facts: (Fact | null)[] = [
    { key: "name", label: t("field.name"), value: locked(reseller.name) },
    { key: "key", label: t("field.key"), value: <code className={classes.key}>{reseller.key}</code> },
    { key: "number", label: t("field.number"), value: reseller.number },
    { key: "country", label: t("field.country"), value: locked(countryName(reseller.country, locale)) },
    { key: "currency", label: t("field.currency"), value: reseller.currency },
    { key: "timeZone", label: t("field.timeZone"), value: reseller.timeZone },
    { key: "locale", label: t("field.locale"), value: languageName(reseller.locale, locale) },
    reseller.failureEmails === undefined
      ? null
      : {
          key: "failureEmails",
          label: t("field.failureEmails"),
          value: reseller.failureEmails.join(", ") || t("field.nobody"),
        },
    ...limitedKinds.map((kind) => {
      const max = reseller.limits[kind];
      return max === null ? null : { key: `${kind}Max`, label: t(`limits.${kind}`), value: formatNumber(max, locale) };
    }),
    canSeeCustomers
      ? {
          key: "customers",
          label: t("facts.customers"),
          value: (
            <AppLink href={path.customers(address, { tier: reseller.id })}>
              {t("facts.seeCustomers", { name: reseller.name })}
            </AppLink>
          ),
        }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** What those above let it do. Of who may not decide about it the panel says so. */
function RightsPanel({ reseller: { delegated } }: { reseller: ResellerView }) {
  const { t } = useTranslation("resellers");
  const can = useCan("reseller.delegate");
  return (
    <Panel title={t("rights.title")} aside={delegated === null ? t("rights.all") : undefined}>
      {delegated === undefined ? (
        <p className={classes.dim}>{can.reason}</p>
      ) : (
        <>
          <p className={classes.dim}>{delegated === null ? t("rights.everything") : t("rights.limited")}</p>
          <div className={classes.groups}>
            {rightGroups.map(({ key }) => (
              <Rights key={key} group={key} delegated={delegated} />
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}

function Rights({ group, delegated }: { group: RightGroup; delegated: readonly string[] | null }) {
  const { t } = useTranslation(["resellers", "permissions"]);
  const { permissions } = useViewer();
  return (
    <div className={classes.group}>
      <h3 className={classes.groupTitle}>{t(`rights.group.${group}`)}</h3>
      <ul className={classes.rights}>
        {rightsOfGroup(group).map((permission) => {
          const isHeld = isLetDo(delegated, permission);
          return (
            <li key={permission} className={classes.right} data-held={isHeld}>
              {isHeld ? (
                <IconCheck size={14} stroke={2.4} aria-hidden />
              ) : (
                <IconLock size={14} stroke={1.8} aria-hidden />
              )}
              <span>
                {t(`permissions:permission.${permission}`)}
                {!isHeld && <span className={classes.why}>{t("rights.notLetDo")}</span>}
                {isHeld && !permissions.includes(permission) && (
                  <span className={classes.why}>{t("rights.locked")}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
