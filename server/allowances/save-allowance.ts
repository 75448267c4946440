import { decodeId, newId } from "@tierline/shared/id.ts";
import {
  allowanceFeeMax,
  allowanceMinutesMax,
  allowancePrefixesMax,
  allowancesPerResellerMax,
  nameLengthMax,
  prefixLengthMax,
} from "@tierline/shared/limits.ts";
import { decimalOf, minorDigits, money, tryParseMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { AllowanceEntity, type AllowanceRow } from "./allowance.entity.ts";

export interface SaveAllowanceInput {
  readonly idempotencyKey: string;
  /** The API's id; without it the allowance is a new one. */
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly minutes: number;
  readonly fee?: string | null | undefined;
  readonly prefixes?: readonly string[] | null | undefined;
  readonly rolloverMinutesMax?: number | null | undefined;
  readonly isOffered?: boolean | null | undefined;
}

/**
 * What whoever is given it from now on has; who has it already keeps it as it was. Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection with every wrong field
 */
export function saveAllowance(context: Context, input: SaveAllowanceInput): Promise<string> {
  return once(context, "allowance.save", input.idempotencyKey, input, (tx) => save(tx, input));
}

type Facts = Pick<
  AllowanceRow,
  "name" | "minutes" | "feeMicros" | "currency" | "prefixes" | "rolloverMinutesMax" | "isOffered"
>;

async function save(tx: Transaction, input: SaveAllowanceInput): Promise<string> {
  const { id: reseller, path, currency } = await lockOwnReseller(tx);
  const before = input.id == null ? null : await ownAllowance(tx, input.id);
  const refusals = new Refusals();
  const facts = checked(refusals, input, before?.currency ?? currency);
  await checkPlace(tx, refusals, path, before, facts.name);
  refusals.settle();
  const createdAt = tx.clock.now();
  const id = before?.id ?? newId(createdAt.getTime());
  const changes = changesBetween(before === null ? {} : inWords(before), inWords(facts));
  if (changes.length === 0) return id;
  if (before === null) await tx.em.insert(AllowanceEntity, { ...facts, id, path, reseller, createdAt, version: 1 });
  else await tx.em.nativeUpdate(AllowanceEntity, { id }, { ...facts, version: before.version + 1 });
  const subject = { subjectKind: "allowance", subjectId: id, subject: facts.name } as const;
  await recordAudit(tx, { operation: "allowance.save", ...subject, changes, path });
  return id;
}

/** Of the viewer's own reseller. @throws AccessError NOT_FOUND */
async function ownAllowance(tx: Transaction, apiId: string): Promise<AllowanceRow> {
  const id = decodeId("alw", apiId);
  const path = resellerPathOf(tx.viewer.path);
  const row = id === null ? null : await tx.em.findOne(AllowanceEntity, { id, path }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  return row;
}

function checked(refusals: Refusals, input: SaveAllowanceInput, currency: string): Facts {
  const name = checkText(refusals, input.name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name");
  const { minutes } = input;
  const rolloverMinutesMax = input.rolloverMinutesMax ?? 0;
  if (minutes < 1 || minutes > allowanceMinutesMax) {
    refusals.add("INVALID", say("allowance.minutes", { max: allowanceMinutesMax }), "minutes");
  }
  if (rolloverMinutesMax < 0 || rolloverMinutesMax > allowanceMinutesMax) {
    refusals.add("INVALID", say("allowance.rollover", { max: allowanceMinutesMax }), "rolloverMinutesMax");
  }
  return {
    name: name ?? "",
    minutes,
    feeMicros: checkFee(refusals, input.fee ?? "0", currency),
    currency,
    prefixes: checkPrefixes(refusals, input.prefixes ?? []),
    rolloverMinutesMax,
    isOffered: input.isOffered ?? true,
  };
}

function checkFee(refusals: Refusals, text: string, currency: string): bigint {
  const fee = tryParseMoney(text, currency)?.micros ?? -1n;
  const digits = minorDigits(currency);
  const isFee = fee >= 0n && fee <= BigInt(allowanceFeeMax) * 1_000_000n && fee % 10n ** BigInt(6 - digits) === 0n;
  if (!isFee) {
    refusals.add("INVALID", say("allowance.fee", { max: allowanceFeeMax, digits: String(digits), currency }), "fee");
  }
  return isFee ? fee : 0n;
}

function checkPrefixes(refusals: Refusals, texts: readonly string[]): string[] {
  if (texts.length > allowancePrefixesMax) {
    refusals.add("TOO_LONG", say("allowance.tooManyPrefixes", { max: allowancePrefixesMax }), "prefixes");
    return [];
  }
  const prefixes = texts.map((text) => text.trim().replace(/^\+/, ""));
  for (const [index, prefix] of prefixes.entries()) {
    if (!/^\d+$/.test(prefix) || prefix.length > prefixLengthMax) {
      refusals.add("INVALID", say("rate.overridePrefix", { max: prefixLengthMax }), "prefixes", String(index));
    }
  }
  return [...new Set(prefixes)];
}

async function checkPlace(
  { em }: Transaction,
  refusals: Refusals,
  path: string,
  before: AllowanceRow | null,
  name: string,
): Promise<void> {
  const isText = !name.includes("\0") && name.isWellFormed(); // PostgreSQL knows no other
  const same = isText ? await em.findOne(AllowanceEntity, { path, name }, { disableIdentityMap: true }) : null;
  if (same !== null && same.id !== before?.id) refusals.add("TAKEN", say("allowance.taken", { name }), "name");
  if (before !== null || (await em.count(AllowanceEntity, { path })) < allowancesPerResellerMax) return;
  refusals.add("LIMIT_EXCEEDED", say("allowance.tooMany", { max: allowancesPerResellerMax }));
}

function inWords({ feeMicros, currency, prefixes, ...facts }: Facts) {
  const { name, minutes, rolloverMinutesMax, isOffered } = facts;
  const fee = decimalOf(money(BigInt(feeMicros), currency));
  return { name, minutes, fee, prefixes, rolloverMinutesMax, isOffered };
}
