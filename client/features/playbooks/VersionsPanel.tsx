import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import classes from "./PlaybookPage.module.css";
import type { Playbook } from "./use-draft.ts";

/** Every version there ever was, newest first. Runs are pinned to theirs, so none goes away. */
export function VersionsPanel({ playbook, shown }: { playbook: Playbook; shown: number }) {
  const { t } = useTranslation("playbooks");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const versions = playbook.versions.toSorted((one, other) => other.version - one.version);
  const hrefOf = (version: number): string => {
    const page = path.playbook(reseller, playbook.key);
    return version === playbook.latestVersion ? page : `${page}?version=${version}`;
  };
  return (
    <Panel title={t("versions")} count={versions.length} padded={false}>
      <ol className={classes.versions}>
        {versions.map(({ id, version, createdAt, createdBy, note }) => (
          <li key={id}>
            <AppLink href={hrefOf(version)} aria-current={version === shown ? "true" : undefined}>
              {t("versionNumber", { version })}
            </AppLink>
            <span className={classes.dim}>
              <RelativeTime
                value={createdAt}
                locale={locale}
                timeZone={timeZone}
                serverOffsetMs={serverClock.offsetMs}
              />
              {" · "}
              {createdBy}
            </span>
            {note !== null && <span className={classes.note}>{note}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
