import { useTranslation } from "react-i18next";
import type { ActivityEntryFragment } from "../api/shared-rows.generated.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { formatDate, formatTime } from "../ui/format.ts";
import { Timeline } from "../ui/Timeline.tsx";
import classes from "./ActivityTimeline.module.css";

interface ActivityTimelineProps {
  readonly entries: readonly ActivityEntryFragment[];
  readonly label: string;
  /** Beside other things the fields that changed are left out. */
  readonly isShort?: boolean;
}

/** Who changed what, field by field, newest first. */
export function ActivityTimeline({ entries, label, isShort = false }: ActivityTimelineProps) {
  const title = useDeedWords();
  const { timeZone } = useViewer().reseller;
  const locale = useLocale();
  return (
    <Timeline
      label={label}
      items={entries.map((entry) => ({
        key: entry.id,
        title: title(entry),
        detail: <Detail entry={entry} isShort={isShort} />,
        time: (
          <time dateTime={entry.at}>
            {formatDate(entry.at, locale, { timeZone, withoutYear: isThisYear(entry.at) })},{" "}
            {formatTime(entry.at, locale, { timeZone })}
          </time>
        ),
        mark: entry.outcome === "REFUSED" ? "bad" : markOf(entry.operation),
      }))}
    />
  );
}

function Detail({ entry, isShort }: { entry: ActivityEntryFragment; isShort: boolean }) {
  const { t } = useTranslation(["rows", "words"]);
  const channel = t(`words:channel.${entry.channel}`);
  const { actor, onBehalfOf, subject, note, changes, code, attempts } = entry;
  const by =
    onBehalfOf === null ? t("activity.by", { actor, channel }) : t("activity.byFor", { actor, onBehalfOf, channel });
  return (
    <>
      <div className={classes.by}>
        {subject} · {by}
      </div>
      {code !== null && <div className={classes.note}>{t("activity.refusedBy", { code, count: attempts })}</div>}
      {note !== null && <div className={classes.note}>{note}</div>}
      {!isShort && changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

/** Field by field, before and after. */
export function Changes({ changes }: { changes: ActivityEntryFragment["changes"] }) {
  const { t } = useTranslation("rows");
  const word = useFieldWord();
  return (
    <dl className={classes.changes}>
      {changes.filter(hasContent).map(({ field, before, after }) => (
        <div key={field}>
          <dt>{word(field)}</dt>
          <dd>
            {!isEmpty(before) && <del>{before}</del>}
            {!isEmpty(before) && <span aria-label={t("activity.became")}> → </span>}
            {isEmpty(after) ? <em>{t("activity.empty")}</em> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Change = ActivityEntryFragment["changes"][number];

/** An empty list is written as no text at all. */
function isEmpty(value: string | null): boolean {
  return value === null || value === "";
}

function hasContent({ before, after }: Change): boolean {
  return !isEmpty(before) || !isEmpty(after);
}

type Deed = Pick<ActivityEntryFragment, "operation" | "outcome" | "permissionTitle">;

/** What was done in words; what was refused by the right that it wants. */
export function useDeedWords(): (entry: Deed) => string {
  const { t } = useTranslation("rows");
  const word = useOperationWord();
  return ({ operation, outcome, permissionTitle }) =>
    outcome === "DONE" ? word(operation) : t("activity.refused", { operation: permissionTitle ?? word(operation) });
}

/** The API's verbs in words; one that is newer than this console stays as it is written there. */
export function useOperationWord(): (operation: string) => string {
  const { t } = useTranslation("rows");
  return (operation) => t(`operation.${operation}` as "operation.customer.create", { defaultValue: operation });
}

function useFieldWord(): (field: string) => string {
  const { t } = useTranslation("rows");
  return (field) => t(`field.${field}` as "field.name", { defaultValue: field });
}

function markOf(operation: string): "done" | "dot" {
  return /\.(create|place|add)$/.test(operation) ? "done" : "dot";
}

function isThisYear(at: string): boolean {
  return at.slice(0, 4) === String(new Date().getFullYear());
}
