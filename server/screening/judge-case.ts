import { newId } from "@tierline/shared/id.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import {
  complianceMs,
  isLiveCase,
  liveCaseStates,
  screeningCaseStates,
  type CheckState,
  type FoundMatch,
} from "@tierline/shared/screening.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { algorithmVersion } from "./normalised-name.ts";
import { ScreeningCaseEntity, type ListVersions, type ScreeningCaseRow } from "./screening.entity.ts";

export interface Judged {
  readonly matches: readonly FoundMatch[];
  readonly partyHash: string;
  readonly versions: ListVersions;
}

const overStates = screeningCaseStates.filter((state) => !isLiveCase(state));
const fresh = { disableIdentityMap: true } as const;

/**
 * What a check means: a potential match has one open case (C18), what people have decided stands until the party or an entry changes,
 * and a case whose entries stand on no list any more is withdrawn. Answers what the check says.
 */
export async function judgeCase(tx: Transaction, customer: CustomerRow, judged: Judged): Promise<CheckState> {
  // Held, so that nothing is written over what somebody decides at the same moment.
  await tx.em.execute("select 1 from screening_case where customer_id = ? and state <> all(?::text[]) for update", [
    customer.id,
    arrayText(overStates),
  ]);
  const live = await tx.em.findOne(
    ScreeningCaseEntity,
    { customer: customer.id, state: { $in: [...liveCaseStates] } },
    fresh,
  );
  if (live !== null) return follow(tx, customer, live, judged);
  if (judged.matches.length === 0) return "CLEAR";
  if (await isDecided(tx, customer.id, judged)) return "APPROVED";
  await open(tx, customer, judged);
  return "POTENTIAL_MATCH";
}

/** Whether the last decision was about this party and all of these entries, as they are. */
async function isDecided({ em }: Transaction, customer: string, { matches, partyHash }: Judged): Promise<boolean> {
  const [last] = await em.find(
    ScreeningCaseEntity,
    { customer, state: "APPROVED" },
    { ...fresh, orderBy: { decidedAt: "desc", id: "desc" }, limit: 1 },
  );
  if (last === undefined || last.partyHash !== partyHash) return false;
  const decided = new Set(last.matches.map(saidOf));
  return matches.every((match) => decided.has(saidOf(match)));
}

function saidOf({ list, reference, contentHash }: FoundMatch): string {
  return `${list} ${reference} ${contentHash}`;
}

async function open(tx: Transaction, customer: CustomerRow, { matches, partyHash, versions }: Judged): Promise<void> {
  const openedAt = tx.clock.now();
  const id = newId(openedAt.getTime());
  await tx.em.insert(ScreeningCaseEntity, {
    id,
    path: customer.path,
    reseller: customer.reseller,
    customer: customer.id,
    state: "OPEN",
    openedAt,
    deactivateAt: new Date(openedAt.getTime() + complianceMs),
    partyHash,
    matches: [...matches],
    score: matches[0]?.score ?? 0,
    listVersions: versions,
    algorithmVersion,
    ownerId: null,
    owner: null,
    takenAt: null,
    confirmedById: null,
    confirmedBy: null,
    confirmedAt: null,
    confirmedReason: null,
    decidedById: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    unreachable: 0,
    countedAt: null,
    announced: null,
    cause: null,
    deactivatedAt: null,
    toldAt: null,
    version: 1,
  });
  await record(tx, customer, id, "screening.open", { state: "OPEN", matchedName: matches[0]?.matchedName });
}

async function follow(
  tx: Transaction,
  customer: CustomerRow,
  live: ScreeningCaseRow,
  { matches, partyHash, versions }: Judged,
): Promise<CheckState> {
  const before = live.matches.map(saidOf).toSorted().join();
  const after = matches.map(saidOf).toSorted().join();
  const isSame = before === after && live.partyHash === partyHash;
  if (isSame) return "POTENTIAL_MATCH";
  const isUndecided = live.state === "OPEN" || live.state === "CONFIRMING";
  if (matches.length === 0 && isUndecided && live.partyHash === partyHash) {
    const over = { state: "WITHDRAWN" as const, decidedAt: tx.clock.now(), version: live.version + 1 };
    await tx.em.nativeUpdate(ScreeningCaseEntity, { id: live.id }, over);
    await record(tx, customer, live.id, "screening.withdraw", { state: "WITHDRAWN" }, { state: live.state });
    return "CLEAR";
  }
  // Whoever changes their name is not let off by it: a person looks at what is found now, or at what is not. The clock goes on.
  const found = matches.length === 0 ? {} : { matches: [...matches], score: matches[0]?.score ?? 0 };
  const nobody = { confirmedById: null, confirmedBy: null, confirmedAt: null, confirmedReason: null };
  const state = live.state === "DEACTIVATED" ? live.state : ("OPEN" as const);
  await tx.em.nativeUpdate(
    ScreeningCaseEntity,
    { id: live.id },
    { ...found, ...nobody, state, partyHash, listVersions: versions, algorithmVersion, version: live.version + 1 },
  );
  await record(tx, customer, live.id, "screening.find", { state, matches: matches.length }, { state: live.state });
  return matches.length === 0 ? "CLEAR" : "POTENTIAL_MATCH";
}

type Facts = Readonly<Record<string, unknown>>;

async function record(
  tx: Transaction,
  customer: CustomerRow,
  caseId: string,
  operation: string,
  after: Facts,
  before: Facts = {},
): Promise<void> {
  await recordAudit(tx, {
    operation,
    subjectKind: "screeningCase",
    subjectId: caseId,
    subject: say("screening.case", { customer: labelOf(customer) }),
    changes: changesBetween(before, after),
    path: customer.path,
  });
}
