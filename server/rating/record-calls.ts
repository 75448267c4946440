import { decodeId } from "@tierline/shared/id.ts";
import { lateCallDaysMax } from "@tierline/shared/limits.ts";
import { dialledDigits } from "@tierline/shared/phone-number.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { inTier, transaction, type Context } from "../kernel/context.ts";
import { isKeepable } from "../kernel/text.ts";
import { rootPath } from "../kernel/viewer.ts";
import { settleCorrections } from "./settle-corrections.ts";
import type { ReadCall, ToldCall } from "./read-calls.ts";
import type { EndedCall } from "./ended-call.ts";
import { settleCalls, type SettledCall } from "./settle-calls.ts";

export interface RecordedLine {
  readonly line: number;
  readonly key: string | null;
  readonly outcome: "RECORDED" | "REPEATED" | "REFUSED";
  /** Of the call, where there is one. */
  readonly callId: string | null;
  /** Why it was refused. */
  readonly problem: Sentence | null;
  /** Why it was recorded and has no price. */
  readonly withoutPrice: string | null;
}

const callsPerTransaction = 500;

/**
 * Records of calls as a program hands them in, each of its own: what is wrong with one is told and holds up no other. The same again
 * is told and not charged again; something else under its key is refused. `source` names who tells, within the viewer's reseller.
 */
export async function recordCalls(
  context: Context,
  source: string,
  lines: readonly ReadCall[],
): Promise<readonly RecordedLine[]> {
  const owners = await ownersOf(
    context,
    lines.flatMap((line) => ("call" in line ? [line.call] : [])),
  );
  const written = await writtenNumbers(
    context,
    lines.flatMap((line) => ("call" in line && line.call.direction === "IN" ? [line.call.called] : [])),
  );
  const name = `${context.viewer.resellerId}/${source}`;
  const answers = new Map<number, RecordedLine>();
  const ready: { line: number; told: ToldCall; call: EndedCall }[] = [];
  for (const read of lines) {
    if (!("call" in read)) {
      answers.set(read.line, refusal(read.line, read.key, read.problem));
      continue;
    }
    const { line, call: told } = read;
    const made = endedCall(context, name, told, { owners, written });
    if ("problem" in made) answers.set(line, refusal(line, told.key, made.problem));
    else ready.push({ line, told, call: made });
  }
  const system = inTier(context, rootPath);
  for (let from = 0; from < ready.length; from += callsPerTransaction) {
    const part = ready.slice(from, from + callsPerTransaction);
    const settled = await transaction(system, async (tx) => {
      const plain = part.filter(({ told }) => told.corrects == null);
      const corrections = part.filter(({ told }) => told.corrects != null);
      const first = await settleCalls(
        tx,
        plain.map(({ call }) => call),
      );
      const second = await settleCorrections(
        tx,
        corrections.map(({ call, told }) => ({ call, corrects: { source: name, sourceKey: told.corrects! } })), // just filtered
      );
      return new Map<number, SettledCall | null>([
        ...plain.map(({ line }, index) => [line, first[index]!] as const),
        ...corrections.map(({ line }, index) => [line, second[index] ?? null] as const),
      ]);
    });
    for (const { line, told } of part) answers.set(line, answerOf(line, told.key, settled.get(line) ?? null));
  }
  const answered = lines.map(({ line }) => answers.get(line)!); // each has its answer
  await tellTrail(context, source, answered);
  return answered;
}

function refusal(line: number, key: string | null, problem: Sentence): RecordedLine {
  return { line, key, outcome: "REFUSED", callId: null, problem, withoutPrice: null };
}

function answerOf(line: number, key: string, settled: SettledCall | null): RecordedLine {
  if (settled === null) return refusal(line, key, say("call.unknownCorrected"));
  const { callId, outcome, problem } = settled;
  if (outcome === "MISMATCH") return refusal(line, key, say("call.mismatch"));
  return { line, key, outcome, callId, problem: null, withoutPrice: problem };
}

interface Owner {
  readonly customerId: string;
  readonly serviceId: string | null;
  readonly country: string;
}

/** By what names them; of those that the viewer sees. */
async function ownersOf({ em }: Context, calls: readonly ToldCall[]): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>();
  const lines = [...new Set(calls.flatMap(({ line }) => line ?? []))].filter(isKeepable);
  const customers = [...new Set(calls.flatMap(({ line, customer }) => (line == null ? (customer ?? []) : [])))];
  const idOf = (prefix: "svc" | "cus", text: string) => decodeId(prefix, text);
  const services = await em.execute<{ id: string; account: string; customer_id: string; country: string }[]>(
    `select s.id, s.account, s.customer_id, r.country from jsonb_to_recordset(?::jsonb) as x(line text, id uuid)
       join service s on s.account = x.line or s.id = x.id join reseller r on r.id = s.reseller_id`,
    [JSON.stringify(lines.map((line) => ({ line, id: idOf("svc", line) })))],
  );
  for (const line of lines) {
    const id = idOf("svc", line);
    const found = services.find((each) => each.account === line || each.id === id);
    if (found === undefined) continue;
    owners.set(`line ${line}`, { customerId: found.customer_id, serviceId: found.id, country: found.country });
  }
  const rows = await em.execute<{ id: string; country: string }[]>(
    `select c.id, r.country from jsonb_to_recordset(?::jsonb) as x(id uuid)
       join customer c on c.id = x.id join reseller r on r.id = c.reseller_id`,
    [JSON.stringify(customers.map((customer) => ({ id: idOf("cus", customer) })))],
  );
  for (const customer of customers) {
    const found = rows.find(({ id }) => id === idOf("cus", customer));
    if (found === undefined) continue;
    owners.set(`customer ${customer}`, { customerId: found.id, serviceId: null, country: found.country });
  }
  return owners;
}

/**
 * Digits of the numbers that customers have, by the customer's id and what a carrier writes for them (BX12). Read as the system,
 * because who registered a number may stand above; nothing of it is answered.
 */
async function writtenNumbers(context: Context, called: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(called)].filter(isKeepable);
  if (asked.length === 0) return new Map();
  const rows = await inTier(context, rootPath).em.execute<{ customer: string; written: string; digits: string }[]>(
    `select distinct d.customer_id as customer, s.carrier_number as written, substr(d.number, 2) as digits
     from number_source s join did d on d.number = s.number where s.carrier_number in (?)`,
    [asked],
  );
  return new Map(rows.map(({ customer, written, digits }) => [`${customer} ${written}`, digits]));
}

const earlyMs = 5 * 60_000;
const dayMs = 86_400_000;

/** The call that it is, or the first thing that is wrong with it. */
function endedCall(
  { clock }: Context,
  source: string,
  told: ToldCall,
  { owners, written }: { readonly owners: ReadonlyMap<string, Owner>; readonly written: ReadonlyMap<string, string> },
): EndedCall | { readonly problem: Sentence } {
  const { line, customer, startedAt } = told;
  if (line == null && customer == null) return { problem: say("call.who") };
  const owner = owners.get(line == null ? `customer ${customer}` : `line ${line}`);
  if (owner === undefined) return { problem: say(line == null ? "call.unknownCustomer" : "call.unknownLine") };
  const now = clock.now().getTime();
  if (startedAt.getTime() > now + earlyMs) return { problem: say("call.future") };
  if (startedAt.getTime() < now - lateCallDaysMax * dayMs)
    return { problem: say("call.late", { days: lateCallDaysMax }) };
  if (![told.key, told.caller, told.called].every(isKeepable)) return { problem: say("text.notKept") };
  const times = timesOf(told);
  if (times === null) return { problem: say("call.order") };
  const asWritten = told.direction === "IN" ? written.get(`${owner.customerId} ${told.called}`) : undefined;
  const number = asWritten ?? dialledDigits(told.called, owner.country);
  if (told.direction === "OUT" && number === null && times.state === "ANSWERED") return { problem: say("call.number") };
  return {
    source,
    sourceKey: told.key,
    customerId: owner.customerId,
    serviceId: owner.serviceId,
    direction: told.direction,
    caller: dialledDigits(told.caller, owner.country) ?? told.caller,
    called: number ?? told.called,
    number,
    startedAt,
    refusal: null,
    ...times,
  };
}

/** What is not said follows from the rest. Null where it does not fit together. */
function timesOf(told: ToldCall): Pick<EndedCall, "state" | "answeredAt" | "endedAt" | "seconds"> | null {
  const { startedAt } = told;
  const isAnswered =
    told.state == null ? told.answeredAt != null || (told.seconds ?? 0) > 0 : told.state === "ANSWERED";
  const state = told.state ?? (isAnswered ? "ANSWERED" : "NO_ANSWER");
  const answeredAt = isAnswered ? (told.answeredAt ?? startedAt) : null;
  const since = answeredAt ?? startedAt;
  const counted = told.endedAt == null ? null : Math.round((told.endedAt.getTime() - since.getTime()) / 1000);
  const seconds = isAnswered ? (told.seconds ?? counted ?? 0) : 0;
  const endedAt = told.endedAt ?? new Date(since.getTime() + seconds * 1000);
  const isInOrder = startedAt <= since && since <= endedAt;
  const isWithin = seconds >= 0 && seconds <= 86_400;
  return isInOrder && isWithin ? { state, answeredAt, endedAt, seconds } : null;
}

async function tellTrail(context: Context, source: string, lines: readonly RecordedLine[]): Promise<void> {
  const count = (outcome: RecordedLine["outcome"]) => lines.filter((each) => each.outcome === outcome).length;
  const facts = { source, recorded: count("RECORDED"), repeated: count("REPEATED"), refused: count("REFUSED") };
  const { userId, name, path } = context.viewer;
  await transaction(context, (tx) =>
    recordAudit(tx, {
      operation: "call.record",
      subjectKind: "user",
      subjectId: userId,
      subject: name,
      changes: changesBetween({}, facts),
      path,
    }),
  );
}
