import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notify } from "../notifications/notify.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { bulkTopic } from "./find-imports.ts";

interface Ended {
  readonly id: string;
  readonly path: string;
  readonly userId: string;
  readonly fileName: string;
  readonly version: number;
}

interface Outcome {
  readonly done: number;
  readonly failed: number;
  /** Runs that wait for a person: their rows count as done, and are retried on the runs' own pages. */
  readonly waiting: number;
}

/**
 * An import whose last row has come to its end has ended, and whoever began it is told: once, instead of run by run. What of it
 * failed is mailed as failures of runs are (OX2), in one mail.
 */
export async function endImports(system: Context): Promise<void> {
  await transaction(system, async (tx) => {
    const ended = await tx.em.execute<Ended[]>(
      `update bulk_import i set state = 'DONE', ended_at = ?, version = version + 1
       where i.state = 'RUNNING'
         and not exists (select from bulk_row r where r.import_id = i.id and r.state in ('READY', 'RUNNING'))
       returning id, path, user_id as "userId", file_name as "fileName", version`,
      [tx.clock.now()],
    );
    for (const each of ended) await tell(tx, each);
  });
}

async function tell(tx: Transaction, { id, path, userId, fileName, version }: Ended): Promise<void> {
  tx.announce({ topic: bulkTopic(id), path, sequence: tx.clock.now().getTime() });
  const outcome = await outcomeOf(tx, id);
  const cause = `import:${id}:${version}`;
  const title = say("notice.IMPORT_ENDED", { file: fileName });
  await notify(tx, { userId, path, kind: "IMPORT_ENDED", title, detail: told(outcome), importId: id, cause });
  if (outcome.failed > 0 || outcome.waiting > 0) await mail(tx, { path, cause, title, outcome });
}

async function outcomeOf({ em }: Transaction, id: string): Promise<Outcome> {
  const [row] = await em.execute<Outcome[]>(
    `select count(*) filter (where r.state = 'DONE')::int as done, count(*) filter (where r.state = 'FAILED')::int as failed,
       count(*) filter (where r.state = 'DONE' and p.waiting_for = 'PERSON')::int as waiting
     from bulk_row r left join provisioning_run p on p.id = r.run_id where r.import_id = ?`,
    [id],
  );
  return row ?? { done: 0, failed: 0, waiting: 0 };
}

function told({ done, failed, waiting }: Outcome): Sentence {
  return waiting > 0
    ? say("notice.importWaits", { done, failed, waiting })
    : say(failed > 0 ? "notice.importFailed" : "notice.importDone", { done, failed });
}

/** To those in charge, in the reseller's language. */
async function mail(
  tx: Transaction,
  { path, cause, title, outcome }: { path: string; cause: string; title: Sentence; outcome: Outcome },
): Promise<void> {
  const [reseller] = await tx.em.execute<{ locale: string; recipients: string[] }[]>(
    "select locale, failure_emails as recipients from reseller where path = ?",
    [path],
  );
  if (reseller === undefined || reseller.recipients.length === 0) return;
  const inWords = (words: Sentence): string => rendered(words, languageOf(reseller.locale) ?? defaultLanguage);
  const body = [inWords(told(outcome)), inWords(say("importMail.where"))].join("\n\n");
  await queueMail(tx, { path, cause, recipients: reseller.recipients, subject: inWords(title), body: `${body}\n` });
}
