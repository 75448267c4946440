import { delegablePermissions } from "@tierline/shared/delegation.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { customerLinesMax, keyLengthMax } from "@tierline/shared/limits.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { checkCalls, refuseLinesAbove } from "../resellers/lines.ts";
import { changeableCustomer } from "./changeable-customer.ts";
import { CustomerEntity } from "./customer.entity.ts";
import { DelegationEntity } from "./delegation.entity.ts";

export interface DelegateToCustomer {
  /** The API's id. */
  readonly id: string;
  /** Null: as for a customer for whom nothing was decided. */
  readonly permissions?: readonly string[] | null | undefined;
  /** Calls at a time that a line of theirs may have at most; null: as many as its plan allows. */
  readonly simultaneousCalls?: number | null | undefined;
  /** Lines that the customer may have at most, none at 0; null: as many as it likes. Left out: as before. */
  readonly linesMax?: number | null | undefined;
}

/**
 * What the customer's own people may do at most, from their next request on. Answers the customer's UUID.
 * @throws Rejection INVALID (a permission that one lacks, or that no customer's people have), STATE_CONFLICT (lines that have more)
 */
export function delegateToCustomer(context: Context, input: DelegateToCustomer): Promise<string> {
  return transaction(context, async (tx) => {
    const customer = await changeableCustomer(tx, decodeId("cus", input.id));
    const { id, path } = customer;
    const before = { ...(await delegationOf(tx, id)), linesMax: customer.linesMax ?? null };
    const { linesMax = before.linesMax } = input;
    const after = { ...checked(input, tx.viewer.permissions), linesMax };
    const changes = changesBetween(before, after);
    if (changes.length === 0) return id;
    const { delegated: permissions, simultaneousCalls } = after;
    const calls = { before: before.simultaneousCalls, after: simultaneousCalls, path: ["simultaneousCalls"] };
    await refuseLinesAbove(tx, { kind: "customer", id }, calls);
    await tx.em.nativeDelete(DelegationEntity, { customer: id });
    if (permissions !== null) {
      const row = { id: newId(tx.clock.now().getTime()), path, customer: id, permissions, simultaneousCalls };
      await tx.em.insert(DelegationEntity, row);
    }
    if (linesMax !== before.linesMax) await tx.em.nativeUpdate(CustomerEntity, { id }, { linesMax });
    await recordAudit(tx, {
      operation: "customer.delegate",
      subjectKind: "customer",
      subjectId: id,
      subject: labelOf(customer),
      changes,
      path,
    });
    return id;
  });
}

interface Decision extends Readonly<Record<string, unknown>> {
  /** Null: nothing was decided. */
  readonly delegated: Permission[] | null;
  readonly simultaneousCalls: number | null;
}

async function delegationOf({ em }: Pick<Transaction, "em">, customerId: string): Promise<Decision> {
  const row = await em.findOne(DelegationEntity, { customer: customerId }, { disableIdentityMap: true });
  return { delegated: row?.permissions ?? null, simultaneousCalls: row?.simultaneousCalls ?? null };
}

/** In the order of the list, so that the same choice is the same row. */
function checked(
  { permissions = null, simultaneousCalls = null, linesMax = null }: DelegateToCustomer,
  own: ReadonlySet<Permission>,
): Decision {
  const mine = delegablePermissions.filter((key) => own.has(key));
  const refusals = new Refusals();
  permissions?.forEach((text, index) => {
    if (mine.some((key) => key === text)) return;
    const permission = text.slice(0, keyLengthMax);
    refusals.add("INVALID", say("customer.delegated", { permission }), "permissions", String(index));
  });
  checkCalls(refusals, simultaneousCalls, "simultaneousCalls");
  if (permissions === null && simultaneousCalls !== null) {
    refusals.add("INVALID", say("line.noDecision"), "simultaneousCalls");
  }
  if (linesMax !== null && (linesMax < 0 || linesMax > customerLinesMax)) {
    refusals.add("INVALID", say("customer.linesRange", { max: customerLinesMax }), "linesMax");
  }
  refusals.settle();
  return {
    delegated: permissions === null ? null : mine.filter((key) => permissions.includes(key)),
    simultaneousCalls,
  };
}
