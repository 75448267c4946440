import { Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../api/use-live.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { aboutOf, firstLine } from "../../navigation/ProblemTable.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { Facts } from "../../ui/Facts.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { ProblemDeed, type Deed } from "./ProblemDeed.tsx";
import { ProblemLiveDocument, ProblemPageDocument, type ProblemViewFragment } from "./problem.generated.ts";
import classes from "./Problems.module.css";

type Ticket = ProblemViewFragment["tickets"][number];

/** One problem: what was reported, what the tiers above were asked, and what is to be done. Live, so that both tiers see the same. */
export function ProblemPage() {
  useTranslation(["problems", "rows", "words"]);
  const id = useParam("problem");
  const result = useLive({ query: ProblemPageDocument, subscription: ProblemLiveDocument, variables: { id } });
  return (
    <QueryState result={result}>
      {({ problem }) => (problem === null ? <NotFound /> : <View key={problem.id} problem={problem} />)}
    </QueryState>
  );
}

function View({ problem }: { readonly problem: ProblemViewFragment }) {
  const { t } = useTranslation(["problems", "words"]);
  const reseller = useReseller();
  const [deed, setDeed] = useState<Deed | null>(null);
  return (
    <>
      <PageHeader
        title={firstLine(problem.text)}
        crumb={<AppLink href={path.problems(reseller)}>{t("title")}</AppLink>}
        beside={<StateDot tone={stateTone("problem", problem.state)}>{t(`words:problem.${problem.state}`)}</StateDot>}
        actions={<Actions problem={problem} onChoose={setDeed} />}
      />
      <div className={classes.page}>
        <div className={classes.column}>
          <Panel title={t("reported")}>
            <p className={classes.text}>{problem.text}</p>
            {problem.closing !== null && <p className={classes.said}>{problem.closing}</p>}
          </Panel>
          {problem.tickets.length > 0 && (
            <Panel title={t("tickets")}>
              {problem.tickets.map((ticket) => (
                <TicketPart
                  key={ticket.id}
                  ticket={ticket}
                  onAnswer={() => setDeed({ kind: "answer", id: ticket.id })}
                />
              ))}
            </Panel>
          )}
        </div>
        <ProblemFacts problem={problem} />
      </div>
      {deed !== null && <ProblemDeed deed={deed} onClose={() => setDeed(null)} />}
    </>
  );
}

interface ActionsProps {
  readonly problem: ProblemViewFragment;
  readonly onChoose: (deed: Deed) => void;
}

function Actions({ problem: { id, state, tickets, tierPath }, onChoose }: ActionsProps) {
  const { t } = useTranslation("problems");
  const can = useCan("problem.handle");
  const own = useViewer().reseller.name;
  if (state === "CLOSED") return null;
  const asked = tickets.findLast((ticket) => ticket.state === "OPEN");
  const elsewhere = asked === undefined || asked.isForMe ? null : t("with", { reseller: asked.to });
  const top = tierPath[0]?.name === own ? t("nobodyAbove") : null;
  return (
    <Group gap="sm">
      <ReasonedButton
        variant="default"
        disabledReason={can.reason ?? elsewhere ?? top}
        onClick={() => onChoose({ kind: "escalate", id })}
      >
        {t("deed.escalate.title")}
      </ReasonedButton>
      <ReasonedButton disabledReason={can.reason} onClick={() => onChoose({ kind: "close", id })}>
        {t("deed.close.title")}
      </ReasonedButton>
    </Group>
  );
}

function ProblemFacts({ problem }: { readonly problem: ProblemViewFragment }) {
  const { t } = useTranslation("problems");
  const reseller = useReseller();
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { customer, service, reporter, createdAt, contactsTold, tierPath } = problem;
  const about = aboutOf(problem) || "–";
  return (
    <Panel title={t("facts")}>
      <Facts
        items={[
          {
            key: "customer",
            label: t("column.customer"),
            value: <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>,
          },
          {
            key: "about",
            label: t("column.about"),
            value: service === null ? about : <AppLink href={path.service(reseller, service.id)}>{about}</AppLink>,
          },
          { key: "reporter", label: t("column.reporter"), value: reporter },
          { key: "createdAt", label: t("column.createdAt"), value: formatDateTime(createdAt, locale, { timeZone }) },
          { key: "told", label: t("told"), value: contactsTold === 0 ? t("toldNobody") : contactsTold },
          { key: "owner", label: t("owner"), value: tierPath.map(({ name }) => name).join(" › ") },
        ]}
      />
      <AuditLink subject={problem.id} />
    </Panel>
  );
}

function TicketPart({ ticket, onAnswer }: { readonly ticket: Ticket; readonly onAnswer: () => void }) {
  const { t } = useTranslation(["problems", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const at = (value: string): string => formatDateTime(value, locale, { timeZone });
  const { from, to, note, openedBy, openedAt, state, answer, answeredBy, closedAt } = ticket;
  return (
    <section className={classes.ticket} aria-label={t("ticket.of", { from, to })}>
      <Group justify="space-between" gap="sm">
        <strong>{t("ticket.of", { from, to })}</strong>
        <StateDot tone={state === "OPEN" ? "waiting" : "off"}>{t(`words:ticket.${state}`)}</StateDot>
      </Group>
      <p className={classes.dim}>{t("ticket.asked", { by: openedBy, at: at(openedAt) })}</p>
      {note !== null && <p className={classes.said}>{note}</p>}
      {answer !== null && closedAt !== null && (
        <>
          <p className={classes.dim}>{t("ticket.answered", { by: answeredBy, at: at(closedAt) })}</p>
          <p className={classes.said}>{answer}</p>
        </>
      )}
      {ticket.isForMe && (
        <div className={classes.end}>
          <ReasonedButton size="xs" disabledReason={null} onClick={onAnswer}>
            {t("deed.answer.title")}
          </ReasonedButton>
        </div>
      )}
    </section>
  );
}
