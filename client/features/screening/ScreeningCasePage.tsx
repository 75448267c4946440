import { useMutation, useQuery } from "@apollo/client/react";
import { Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../api/use-live.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { CaseDeed, type CaseDeedKind } from "./CaseDeed.tsx";
import { Evidence } from "./Evidence.tsx";
import { CaseState } from "./ScreeningQueuePage.tsx";
import {
  ScreeningCaseLiveDocument,
  ScreeningCasePageDocument,
  ScreeningPoliciesDocument,
  TakeScreeningCaseDocument,
} from "./screening.generated.ts";
import type { ShownCase } from "./shown-case.ts";
import classes from "./Screening.module.css";

/** One potential match: who it is about, who is listed, its clocks, and what people decide. Live, so that all see the same. */
export function ScreeningCasePage() {
  useTranslation("screening");
  const id = useParam("case");
  const result = useLive({
    query: ScreeningCasePageDocument,
    subscription: ScreeningCaseLiveDocument,
    variables: { id },
  });
  return (
    <QueryState result={result}>
      {({ screeningCase }) =>
        screeningCase === null ? <NotFound /> : <View key={screeningCase.id} shown={screeningCase} />
      }
    </QueryState>
  );
}

function View({ shown }: { readonly shown: ShownCase }) {
  const { t } = useTranslation("screening");
  const reseller = useReseller();
  const [deed, setDeed] = useState<CaseDeedKind | null>(null);
  return (
    <>
      <PageHeader
        title={shown.customer.label}
        crumb={<AppLink href={path.screening(reseller)}>{t("title")}</AppLink>}
        beside={<CaseState {...shown} />}
        actions={<Actions shown={shown} onChoose={setDeed} />}
      />
      <div className={classes.page}>
        <div className={classes.column}>
          <Panel title={t("evidence")}>
            <Evidence shown={shown} />
          </Panel>
          <Attempts shown={shown} />
        </div>
        <div className={classes.column}>
          <CaseFacts shown={shown} />
          <Policies />
        </div>
      </div>
      {deed !== null && <CaseDeed kind={deed} shown={shown} onClose={() => setDeed(null)} />}
    </>
  );
}

interface ActionsProps {
  readonly shown: ShownCase;
  readonly onChoose: (deed: CaseDeedKind) => void;
}

function Actions({ shown: { id, state, isMine, isConfirmedByMe }, onChoose }: ActionsProps) {
  const { t } = useTranslation("screening");
  const can = useCan("screening.review");
  const [take] = useMutation(TakeScreeningCaseDocument);
  const { send, isBusy, problem } = useSend();
  if (state === "APPROVED" || state === "WITHDRAWN") return null;
  const takeIt = () =>
    void send(async () => (await take({ variables: { input: { id } } })).data?.takeScreeningCase.userErrors);
  if (state === "DEACTIVATED") {
    return (
      <ReasonedButton disabledReason={can.reason} onClick={() => onChoose("reactivate")}>
        {t("deed.reactivate.title")}
      </ReasonedButton>
    );
  }
  return (
    <Group gap="sm">
      {!isMine && (
        <ReasonedButton variant="subtle" disabledReason={can.reason} loading={isBusy} onClick={takeIt}>
          {t("take")}
        </ReasonedButton>
      )}
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} requestId={problem.requestId} />}
      <ReasonedButton variant="default" disabledReason={can.reason} onClick={() => onChoose("contact")}>
        {t("deed.contact.title")}
      </ReasonedButton>
      {state !== "NON_COMPLIANT" && (
        <ReasonedButton
          variant="default"
          disabledReason={can.reason ?? (isConfirmedByMe ? t("secondPerson") : null)}
          onClick={() => onChoose("confirm")}
        >
          {t("deed.confirm.title")}
        </ReasonedButton>
      )}
      <ReasonedButton disabledReason={can.reason} onClick={() => onChoose("approve")}>
        {t("deed.approve.title")}
      </ReasonedButton>
    </Group>
  );
}

function CaseFacts({ shown }: { readonly shown: ShownCase }) {
  const { t } = useTranslation("screening");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const at = (value: string): string => formatDateTime(value, locale, { timeZone });
  const { customer, tierPath, owner, openedAt, reviewBy, deactivateAt, unreachable, unreachableMax } = shown;
  const { confirmedBy, confirmedAt, confirmedReason, decidedBy, decidedAt, reason, cause, deactivatedAt } = shown;
  const { state } = shown;
  const isUndecided = state === "OPEN" || state === "CONFIRMING";
  const lists = shown.listVersions.map(({ list, version }) => t("fact.list", { list: t(`list.${list}`), version }));
  return (
    <Panel title={t("facts")}>
      <Facts
        items={[
          {
            key: "customer",
            label: t("column.customer"),
            value: <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>,
          },
          { key: "reseller", label: t("column.reseller"), value: tierPath.map(({ name }) => name).join(" › ") },
          { key: "owner", label: t("column.owner"), value: owner ?? "–" },
          { key: "openedAt", label: t("column.openedAt"), value: at(openedAt) },
          ...(isUndecided ? [{ key: "reviewBy", label: t("fact.reviewBy"), value: at(reviewBy) }] : []),
          ...(isUndecided || state === "NON_COMPLIANT"
            ? [{ key: "deactivateAt", label: t("fact.deactivateAt"), value: at(deactivateAt) }]
            : []),
          {
            key: "attempts",
            label: t("fact.attempts"),
            value: t("fact.of", { count: unreachable, max: unreachableMax }),
          },
          ...(confirmedBy === null || confirmedAt === null
            ? []
            : [{ key: "confirmed", label: t("fact.confirmed"), value: `${confirmedBy}, ${at(confirmedAt)}` }]),
          ...(decidedAt === null
            ? []
            : [{ key: "decided", label: t("fact.decided"), value: `${decidedBy ?? "–"}, ${at(decidedAt)}` }]),
          ...(deactivatedAt === null || cause === null
            ? []
            : [{ key: "off", label: t(`cause.${cause}`), value: at(deactivatedAt) }]),
          { key: "lists", label: t("fact.lists"), value: lists.join(", ") },
          { key: "algorithm", label: t("fact.algorithm"), value: shown.algorithmVersion },
        ]}
      />
      {confirmedReason !== null && <blockquote className={classes.said}>{confirmedReason}</blockquote>}
      {reason !== null && <blockquote className={classes.said}>{reason}</blockquote>}
      <AuditLink subject={shown.id} />
    </Panel>
  );
}

function Attempts({ shown: { attempts } }: { readonly shown: ShownCase }) {
  const { t } = useTranslation("screening");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return (
    <Panel title={t("attempts")}>
      {attempts.length === 0 && <p className={classes.dim}>{t("noAttempts")}</p>}
      <ul className={classes.list}>
        {attempts.map(({ at, by, channel, outcome, isCounted, note }) => (
          <li key={at}>
            <strong>{t(`outcome.${outcome}`)}</strong> · {t(`channel.${channel}`)}
            {outcome === "UNREACHABLE" && !isCounted && ` · ${t("notCounted")}`}
            <p className={classes.dim}>{t("by", { by, at: formatDateTime(at, locale, { timeZone }) })}</p>
            {note !== null && <p className={classes.text}>{note}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** C22: where policies and lists are read. */
function Policies() {
  const { t } = useTranslation("screening");
  const { data } = useQuery(ScreeningPoliciesDocument);
  const links = data?.screeningSettings.links ?? [];
  if (links.length === 0) return null;
  return (
    <Panel title={t("policies")}>
      <ul className={classes.list}>
        {links.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
