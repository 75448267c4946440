import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import { CodeEditor } from "./CodeEditor.tsx";
import { DiffView } from "./DiffView.tsx";
import type { Playbook, Version } from "./use-draft.ts";

/** An older version: what it changed, and its text, to be read only. */
export function VersionPanel({ playbook, version }: { playbook: Playbook; version: Version }) {
  const { t } = useTranslation("playbooks");
  const reseller = useReseller();
  const previous = playbook.versions
    .filter((each) => each.version < version.version)
    .toSorted((one, other) => other.version - one.version)[0];
  const label = previous && t("diff.between", { before: previous.version, after: version.version });
  return (
    <>
      {previous !== undefined && label !== undefined && (
        <Panel title={t("diff.title")}>
          <DiffView before={previous.document} after={version.document} label={label} />
        </Panel>
      )}
      <Panel
        title={t("document")}
        count={t("versionNumber", { version: version.version })}
        padded={false}
        aside={<AppLink href={path.playbook(reseller, playbook.key)}>{t("toLatest")}</AppLink>}
      >
        <CodeEditor label={t("document")} value={version.document} />
      </Panel>
    </>
  );
}
