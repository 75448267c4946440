import { decodeId, newId } from "@tierline/shared/id.ts";
import { textLengthMax } from "@tierline/shared/limits.ts";
import {
  countAttempt,
  isLiveCase,
  unreachableMax,
  type ContactChannel,
  type ContactOutcome,
} from "@tierline/shared/screening.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { startDeactivation } from "./deactivate-party.ts";
import { changeCase, checkedReason, handledCase, refuseUnlessMovable, type CaseDecision } from "./handled-case.ts";
import { ContactAttemptEntity } from "./screening.entity.ts";

/** It is somebody else: the customer is as free as if nothing had been found (C18). Answers the case's UUID. */
export function approveCase(context: Context, { id, version, reason }: CaseDecision): Promise<string> {
  return transaction(context, async (tx) => {
    const handled = await handledCase(tx, decodeId("scc", id), version);
    refuseUnlessMovable(handled, "APPROVED");
    if (handled.found.state === "DEACTIVATED") {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("screening.isDeactivated"), path: ["id"] });
    }
    const changed = { state: "APPROVED" as const, ...decided(tx, checkedReason(reason)) };
    await changeCase(tx, handled, { operation: "screening.approve", changed, note: changed.reason });
    return handled.found.id;
  });
}

/**
 * It is the listed party. One person says so and a second one confirms it; the clock goes on either way. Answers the case's UUID.
 * @throws Rejection STATE_CONFLICT for the same person twice
 */
export function confirmCase(context: Context, { id, version, reason }: CaseDecision): Promise<string> {
  return transaction(context, async (tx) => {
    const handled = await handledCase(tx, decodeId("scc", id), version);
    const { found } = handled;
    const isSecond = found.state === "CONFIRMING";
    refuseUnlessMovable(handled, isSecond ? "NON_COMPLIANT" : "CONFIRMING");
    const said = checkedReason(reason);
    if (isSecond && found.confirmedById === tx.viewer.userId) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("screening.secondPerson"), path: ["id"] });
    }
    const { userId: confirmedById, name: confirmedBy } = tx.viewer;
    const first = { confirmedById, confirmedBy, confirmedAt: tx.clock.now(), confirmedReason: said };
    const changed = isSecond
      ? { state: "NON_COMPLIANT" as const, ...decided(tx, said) }
      : { state: "CONFIRMING" as const, ...first };
    await changeCase(tx, handled, { operation: "screening.confirm", changed, note: said });
    return found.id;
  });
}

/** Who sees to it, also in somebody else's place. Answers the case's UUID. */
export function takeCase(context: Context, { id }: Pick<CaseDecision, "id">): Promise<string> {
  return transaction(context, async (tx) => {
    const handled = await handledCase(tx, decodeId("scc", id), null);
    const { found } = handled;
    if (!isLiveCase(found.state)) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("screening.over"), path: ["id"] });
    }
    const { userId: ownerId, name: owner } = tx.viewer;
    if (found.ownerId === ownerId) return found.id;
    const changed = { ownerId, owner, takenAt: tx.clock.now() };
    await changeCase(tx, handled, { operation: "screening.take", changed, told: { owner } });
    return found.id;
  });
}

export interface AttemptInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly id: string;
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly note?: string | null | undefined;
}

/** Somebody tried to reach the customer: the third attempt in vain that counts deactivates it at once (C21). Answers the case's UUID. */
export async function logAttempt(context: Context, input: AttemptInput): Promise<string> {
  const { id } = await once(context, "screening.contact", input.idempotencyKey, input, async (tx) => ({
    id: await keepAttempt(tx, input),
  }));
  return id;
}

async function keepAttempt(tx: Transaction, { id, channel, outcome, note: typed }: AttemptInput): Promise<string> {
  const handled = await handledCase(tx, decodeId("scc", id), null);
  const { found } = handled;
  if (!isLiveCase(found.state) || found.state === "DEACTIVATED") {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("screening.over"), path: ["id"] });
  }
  const refusals = new Refusals();
  const note = checkText(refusals, typed, { noun: "noun.note", max: textLengthMax, isMultiline: true }, "note");
  refusals.settle();
  const at = tx.clock.now();
  const { unreachable, countedAt, isCounted } = countAttempt(
    { unreachable: found.unreachable, countedAt: found.countedAt ?? null },
    outcome,
    at,
  );
  const attempt = { at, by: tx.viewer.name, channel, outcome, isCounted, note };
  await tx.em.insert(ContactAttemptEntity, { id: newId(at.getTime()), path: found.path, case: found.id, ...attempt });
  const changed = { unreachable, countedAt };
  await changeCase(tx, handled, {
    operation: "screening.contact",
    changed,
    told: { channel, outcome, unreachable },
    note,
  });
  if (unreachable >= unreachableMax) {
    await startDeactivation(
      tx,
      { ...handled, found: { ...found, ...changed, version: found.version + 1 } },
      "UNREACHABLE",
    );
  }
  return found.id;
}

function decided(tx: Transaction, reason: string) {
  return { decidedById: tx.viewer.userId, decidedBy: tx.viewer.name, decidedAt: tx.clock.now(), reason };
}
