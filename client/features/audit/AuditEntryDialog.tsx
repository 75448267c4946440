import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { Changes, useDeedWords } from "../../navigation/ActivityTimeline.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import { AuditEntryViewDocument, type AuditEntryViewQuery, type AuditViewFragment } from "./audit.generated.ts";
import type { AuditFilters } from "./audit-state.ts";
import classes from "./Audit.module.css";
import { subjectHref } from "./subject-href.ts";

type OnOnly = (change: Partial<AuditFilters>) => void;

interface AuditEntryDialogProps {
  readonly id: string;
  /** The entry, where the list has it; a link may lead to one that it has not. */
  readonly known: AuditViewFragment | null;
  readonly onOnly: OnOnly;
  readonly onClose: () => void;
}

/** One entry: who, for whom, from where, through what, and field by field before and after. */
export function AuditEntryDialog({ id, known, onOnly, onClose }: AuditEntryDialogProps) {
  const { t } = useTranslation("audit");
  const result = useQuery(AuditEntryViewDocument, { variables: { id }, skip: known !== null });
  return (
    <Dialog title={t("entry.title")} onClose={onClose} closeLabel={t("entry.close")} size="lg">
      {known !== null ? (
        <Entry entry={known} onOnly={onOnly} />
      ) : (
        <QueryState result={result}>
          {({ node }) =>
            isEntry(node) ? (
              <Entry entry={node} onOnly={onOnly} />
            ) : (
              <EmptyState kind="filtered" title={t("entry.notFound")} />
            )
          }
        </QueryState>
      )}
    </Dialog>
  );
}

type Node = AuditEntryViewQuery["node"];

/** A node of another kind has nothing of what was asked for. */
function isEntry(node: Node): node is Exclude<NonNullable<Node>, Record<PropertyKey, never>> {
  return node?.__typename === "AuditEntry";
}

function Entry({ entry, onOnly }: { entry: AuditViewFragment; onOnly: OnOnly }) {
  const { t } = useTranslation("audit");
  const { changes, outcome } = entry;
  return (
    <>
      <Facts items={useFacts(entry, onOnly)} />
      <h3 className={classes.heading}>{t("entry.changes")}</h3>
      {changes.length === 0 ? (
        <p className={classes.dim}>{t(outcome === "REFUSED" ? "entry.nothingRefused" : "entry.nothing")}</p>
      ) : (
        <Changes changes={changes} />
      )}
    </>
  );
}

function useFacts(entry: AuditViewFragment, onOnly: OnOnly): Fact[] {
  const { t } = useTranslation(["audit", "rows", "words"]);
  const word = useDeedWords();
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const { actor, actorId, onBehalfOf, channel, operation, outcome, code, attempts, subject, subjectId } = entry;
  const href = subjectHref(reseller, subjectId);
  const fact = (key: string, label: string, value: Fact["value"], only?: Partial<AuditFilters>): Fact => ({
    key,
    label,
    value:
      only === undefined ? (
        value
      ) : (
        <span className={classes.value}>
          <span>{value}</span>
          <Button
            variant="subtle"
            size="compact-xs"
            className={classes.only ?? ""}
            aria-label={t("entry.onlyOf", { what: label })}
            onClick={() => onOnly(only)}
          >
            {t("entry.only")}
          </Button>
        </span>
      ),
  });
  return [
    fact("what", t("column.what"), word(entry), { operation }),
    ...(outcome === "REFUSED" ? [fact("field", t("entry.field"), <code>{operation}</code>)] : []),
    fact(
      "outcome",
      t("column.outcome"),
      <>
        <StateDot tone={outcome === "DONE" ? "ok" : "bad"}>{t(`outcome.${outcome}`)}</StateDot>
        {code !== null && <span> {t("rows:activity.refusedBy", { code, count: attempts })}</span>}
      </>,
    ),
    fact(
      "subject",
      t("column.subject"),
      href === null ? subject : <AppLink href={href}>{subject}</AppLink>,
      subjectId === null ? undefined : { subject: subjectId },
    ),
    fact("at", t("column.at"), <TimeText value={entry.at} locale={locale} timeZone={timeZone} seconds withDate />),
    fact(
      "who",
      t("column.who"),
      actorId === null ? actor : <AppLink href={path.person(reseller, actorId)}>{actor}</AppLink>,
      actorId === null ? undefined : { actor: actorId },
    ),
    ...(onBehalfOf === null ? [] : [fact("behalf", t("filter.behalf"), onBehalfOf, { behalf: onBehalfOf })]),
    fact("channel", t("column.channel"), t(`words:channel.${channel}`)),
    fact("where", t("column.where"), <OwnerPath tierPath={entry.tierPath} />),
    ...(entry.ip === null ? [] : [fact("ip", t("entry.ip"), <code>{entry.ip}</code>)]),
    ...(entry.requestId === null ? [] : [fact("request", t("entry.request"), <Request id={entry.requestId} />)]),
    ...(entry.note === null ? [] : [fact("note", t("entry.note"), entry.note)]),
  ];
}

function Request({ id }: { id: string }) {
  const { t } = useTranslation("audit");
  return (
    <>
      <code>{id}</code> <CopyButton value={id} labels={{ copy: t("entry.copyRequest"), copied: t("entry.copied") }} />
    </>
  );
}
