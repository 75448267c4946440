import { changeKinds, type ChangeKind, type SchemaChange } from "@tierline/shared/schema-change.ts";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { formatDate } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { changelog, nameOfChange } from "./changelog.ts";
import { DeveloperPage } from "./DeveloperPage.tsx";
import classes from "./Developers.module.css";

/** Which changes are shown, and the one that a link leads to. */
const place = z.object({ kind: choice(["", ...changeKinds], ""), name: text, entry: text });

const toneOf = {
  FIRST: "neutral",
  BREAKING: "bad",
  DANGEROUS: "warn",
  DEPRECATED: "waiting",
  ADDED: "ok",
  CHANGED: "neutral",
} as const satisfies Record<ChangeKind, string>;

/** What has changed in the contract, day by day; made of the differences of its versions. */
export function ChangesPage({ changes = changelog }: { readonly changes?: readonly SchemaChange[] }) {
  const { t } = useTranslation("api-changes");
  return (
    <DeveloperPage page="changes" title={t("title")} description={t("description")}>
      <Changes changes={changes} />
    </DeveloperPage>
  );
}

function Changes({ changes }: { readonly changes: readonly SchemaChange[] }) {
  const { t } = useTranslation("api-changes");
  const [{ kind, name, entry }, setPlace] = useUrlState(place);
  const isNamed = ({ at }: SchemaChange): boolean => at.toLowerCase().includes(name.trim().toLowerCase());
  const named = changes.filter(isNamed);
  const shown = named.filter((change) => kind === "" || change.kind === kind);
  const days = Map.groupBy(shown, ({ on }) => on);
  return (
    <>
      <div className={`${classes.filters} ${classes.level}`}>
        <SearchField
          value={name}
          onChange={(next) => setPlace({ name: next, entry: "" })}
          label={t("name")}
          placeholder={t("nameHint")}
          clearLabel={t("clear")}
        />
        <FilterChips
          label={t("kind")}
          value={kind === "" ? null : kind}
          onChange={(next) => setPlace({ kind: next ?? "", entry: "" })}
          options={changeKinds
            .map((value) => ({ value, label: t(`kinds.${value}`), count: countOf(named, value) }))
            .filter(({ value, count }) => count > 0 || value === kind)}
        />
      </div>
      {shown.length === 0 && (
        <EmptyState kind="filtered" title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      {[...days].map(([day, ofDay]) => (
        <Day key={day} day={day} changes={ofDay} entry={entry} />
      ))}
    </>
  );
}

function countOf(changes: readonly SchemaChange[], kind: ChangeKind): number {
  return changes.filter((change) => change.kind === kind).length;
}

interface DayProps {
  readonly day: string;
  readonly changes: readonly SchemaChange[];
  readonly entry: string;
}

function Day({ day, changes, entry }: DayProps) {
  const { t } = useTranslation("api-changes");
  const locale = useLocale();
  const breaks = countOf(changes, "BREAKING");
  return (
    <Panel
      title={formatDate(day, locale)}
      count={changes.length}
      aside={breaks > 0 && <StateDot tone="bad">{t("breaks", { count: breaks })}</StateDot>}
    >
      <ul className={classes.changes}>
        {changes.map((change) => (
          <Line key={`${change.at} ${change.says}`} change={change} isMeant={nameOfChange(change) === entry} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ change, isMeant }: { readonly change: SchemaChange; readonly isMeant: boolean }) {
  const { t } = useTranslation("api-changes");
  const locale = useLocale();
  const { key } = useViewer().reseller;
  const { kind, at, says, why, since } = change;
  return (
    <li className={classes.change} {...(isMeant && { "aria-current": "true" as const, ref: intoView })}>
      <StateDot tone={toneOf[kind]}>{t(`kinds.${kind}`)}</StateDot>
      <AppLink href={path.apiChanges(key, { entry: nameOfChange(change) })}>
        <code className={classes.address}>{at}</code>
      </AppLink>
      {/* As the comparison of the two versions says it. */}
      <span className={classes.dim} lang="en">
        {says}
        {why !== undefined && ` ${why}`}
      </span>
      {since !== undefined && (
        <span className={classes.dim}>
          {t("since")} <DateText value={since} locale={locale} />
        </span>
      )}
    </li>
  );
}

function intoView(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: "center" });
}
