import { useQuery } from "@apollo/client/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { otherwise } from "../../navigation/url-parts.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import type { CodeEditorHandle } from "./CodeEditor.tsx";
import { DocumentPanel } from "./DocumentPanel.tsx";
import { LanguagePanel } from "./LanguagePanel.tsx";
import classes from "./PlaybookPage.module.css";
import { PlaybookPageDocument } from "./playbooks.generated.ts";
import { TasksPanel } from "./TasksPanel.tsx";
import { useDraft, versionOf, type Playbook } from "./use-draft.ts";
import { useValidation } from "./use-validation.ts";
import { VersionPanel } from "./VersionPanel.tsx";
import { VersionsPanel } from "./VersionsPanel.tsx";

/** An older version, and what it is compared with, stand in the address. */
const place = z.object({ version: otherwise(z.coerce.number().check(z.int(), z.positive()), 0) });

/** One playbook: the newest version to read and edit, the older ones to look at. */
export function PlaybookPage() {
  const { t } = useTranslation("playbooks");
  const key = useParam("key");
  const result = useQuery(PlaybookPageDocument, { variables: { key }, fetchPolicy: "cache-and-network" });
  return (
    <QueryState result={result} rows={12}>
      {({ playbook }) =>
        playbook === null ? (
          <EmptyState kind="filtered" title={t("noPlaybook.title")}>
            {t("noPlaybook.text")}
          </EmptyState>
        ) : (
          <PlaybookView playbook={playbook} refetch={() => result.refetch()} />
        )
      }
    </QueryState>
  );
}

function PlaybookView({ playbook, refetch }: { playbook: Playbook; refetch: () => Promise<unknown> }) {
  const { t } = useTranslation("playbooks");
  const reseller = useReseller();
  const [{ version }] = useUrlState(place);
  const draft = useDraft(playbook, refetch);
  const validation = useValidation(draft.text, draft.format);
  const editor = useRef<CodeEditorHandle>(null);
  const shown = version === 0 ? null : versionOf(playbook, version);
  const isOld = shown !== null && shown.version !== playbook.latestVersion;
  const tasks = isOld ? shown.tasks : (validation.tasks ?? draft.base.tasks);
  return (
    <>
      <PageHeader
        title={playbook.title}
        crumb={<AppLink href={path.playbooks(reseller)}>{t("title")}</AppLink>}
        beside={
          <>
            <span className="tl-mono">{playbook.key}</span>
            <AuditLink subject={playbook.id} />
          </>
        }
        description={playbook.description}
        actions={<AppLink href={path.runs(reseller, { playbook: playbook.key })}>{t("itsRuns")}</AppLink>}
      />
      <LeaveGuard isDirty={() => draft.text !== null} />
      <div className={classes.page}>
        <div className={classes.column}>
          {isOld ? (
            <VersionPanel playbook={playbook} version={shown} />
          ) : (
            <DocumentPanel draft={draft} validation={validation} editor={editor} />
          )}
        </div>
        <aside className={classes.column}>
          <TasksPanel tasks={tasks} />
          <VersionsPanel playbook={playbook} shown={shown?.version ?? playbook.latestVersion} />
          <LanguagePanel />
        </aside>
      </div>
    </>
  );
}
