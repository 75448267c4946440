import { useMutation, useQuery } from "@apollo/client/react";
import { screeningLists, type ScreeningList } from "@tierline/shared/screening.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatDateTime, formatRelative } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import type { Tone } from "../../ui/state-tone.ts";
import { ListSourceDialog } from "./ListSourceDialog.tsx";
import {
  FetchScreeningListDocument,
  ScreeningListSourcesDocument,
  type ListSourceFragment,
} from "./screening.generated.ts";
import classes from "./Screening.module.css";

const pollMs = 5_000;
const tones: Readonly<Record<NonNullable<ListSourceFragment["outcome"]>, Tone>> = {
  NEW: "ok",
  SAME: "ok",
  FAILED: "bad",
};

/** Which lists are fetched by themselves, from where, and what came of it. */
export function ListSources() {
  const { t } = useTranslation("screening");
  const [changed, setChanged] = useState<ScreeningList | null>(null);
  const result = useQuery(ScreeningListSourcesDocument, { fetchPolicy: "cache-and-network", pollInterval: pollMs });
  const sources = result.data?.screeningListSources ?? [];
  const of = (list: ScreeningList) => sources.find((source) => source.list === list) ?? null;
  return (
    <Panel title={t("sources.title")} padded={false} className={classes.sources ?? ""}>
      <QueryState result={result}>
        {() => (
          <ul className={classes.plain}>
            {screeningLists.map((list) => (
              <Source key={list} list={list} source={of(list)} onChange={() => setChanged(list)} />
            ))}
          </ul>
        )}
      </QueryState>
      {changed !== null && (
        <ListSourceDialog
          list={changed}
          source={of(changed)}
          onClose={() => setChanged(null)}
          onSaved={() => void result.refetch()}
        />
      )}
    </Panel>
  );
}

interface SourceProps {
  readonly list: ScreeningList;
  readonly source: ListSourceFragment | null;
  readonly onChange: () => void;
}

function Source({ list, source, onChange }: SourceProps) {
  const { t } = useTranslation("screening");
  const can = useCan("screening.import");
  const [fetchNow] = useMutation(FetchScreeningListDocument, { refetchQueries: [ScreeningListSourcesDocument] });
  const { send, isBusy, problem } = useSend();
  const name = t(`list.${list}`);
  const wouldShrink = source?.wouldShrink === true;
  const ask = (isShrinkMeant: boolean) =>
    void send(
      async () =>
        (await fetchNow({ variables: { input: { list, isShrinkMeant } } })).data?.fetchScreeningList.userErrors,
    );
  const button = { variant: "default", size: "xs", disabledReason: can.reason, loading: isBusy } as const;
  return (
    <li className={classes.source}>
      <div>
        <div className={classes.sourceHead}>
          <strong>{name}</strong>
          <SourceState source={source} />
        </div>
        {source !== null && <SourceFacts source={source} />}
        {problem !== null && (
          <ErrorNotice title={t("notDone")} requestIdLabel={t("request")} requestId={problem.requestId}>
            {problem.message}
          </ErrorNotice>
        )}
      </div>
      <div className={classes.buttons}>
        {source !== null && (
          <ReasonedButton
            {...button}
            aria-label={`${t(wouldShrink ? "sources.shrinkNow" : "sources.now")}: ${name}`}
            onClick={() => ask(wouldShrink)}
          >
            {t(wouldShrink ? "sources.shrinkNow" : "sources.now")}
          </ReasonedButton>
        )}
        <ReasonedButton
          variant="default"
          size="xs"
          disabledReason={can.reason}
          onClick={onChange}
          aria-label={`${t(source === null ? "sources.set" : "sources.change")}: ${name}`}
        >
          {t(source === null ? "sources.set" : "sources.change")}
        </ReasonedButton>
      </div>
    </li>
  );
}

function SourceState({ source }: Pick<SourceProps, "source">) {
  const { t } = useTranslation("screening");
  if (source === null) return <StateDot tone="off">{t("sources.notYet")}</StateDot>;
  if (source.isFetching) return <StateDot tone="running">{t("sources.fetching")}</StateDot>;
  if (source.outcome === null) return <StateDot tone="waiting">{t("sources.waits")}</StateDot>;
  return <StateDot tone={tones[source.outcome]}>{t(`sources.outcome.${source.outcome}`)}</StateDot>;
}

function SourceFacts({ source }: { readonly source: ListSourceFragment }) {
  const { t } = useTranslation("screening");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { urls, everyHours, triedAt, nextAt, isFetching, failure, takenAt } = source;
  const ago = (at: string) => formatRelative(at, serverClock.now(), locale);
  const parts = [t("sources.every", { count: everyHours })];
  if (triedAt !== null) parts.push(t("sources.last", { when: ago(triedAt) }));
  if (!isFetching) parts.push(t("sources.next", { when: ago(nextAt) }));
  return (
    <>
      <p className={classes.dim}>{parts.join(" · ")}</p>
      {urls.map((url) => (
        <p key={url} className={classes.dim}>
          {url}
        </p>
      ))}
      {failure !== null && (
        <p className={classes.failure}>
          {takenAt === null
            ? t("sources.never", { failure })
            : t("sources.since", { when: formatDateTime(takenAt, locale, { timeZone }), failure })}
        </p>
      )}
    </>
  );
}
