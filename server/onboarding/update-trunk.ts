import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { checkPasswords, checkTrunk, type TrunkFacts, type TrunkPasswords, type TrunkSaid } from "./check-trunk.ts";
import { lockedTrunk, renewedOf, sealedOf, toldOf } from "./trunk.ts";
import { PbxTrunkEntity } from "./trunk.entity.ts";

export interface UpdateTrunkInput extends TrunkPasswords {
  /** The API's id. */
  readonly id: string;
  /** Of what was read. */
  readonly version: number;
  /** All of it: what is left out is emptied. */
  readonly trunk: TrunkSaid;
}

/**
 * Replaces what is said of a trunk; a password that is left out stays, but the PBX's is asked for again with another address. What came
 * of asking the PBX holds no longer where another one is asked from now on. Answers the trunk's UUID.
 * @throws AccessError NOT_FOUND; Rejection STALE, STATE_CONFLICT and every wrong field
 */
export function updateTrunk(context: Context, input: UpdateTrunkInput): Promise<string> {
  return transaction(context, async (tx) => {
    const before = await lockedTrunk(tx, input.id);
    const { id, path } = before;
    const customer = await changeableCustomer(tx, before.customer);
    if (before.version !== input.version) {
      throw new Rejection({ code: "STALE", message: say("trunk.stale"), path: ["version"] });
    }
    const refusals = new Refusals();
    const facts = checkTrunk(refusals, input.trunk, ["trunk"]);
    checkPasswords(refusals, input);
    // MX12: it cannot be read back, so it is not sent to where somebody else would read it either.
    if (before.sealedPbxPassword != null && input.pbxPassword == null && facts.ipAddress !== before.ipAddress) {
      refusals.add("REQUIRED", say("trunk.passwordAgain"), "pbxPassword");
    }
    refusals.settle();
    const sealed = sealedOf(tx, id, input);
    const changes = changesBetween(toldOf({ ...before, users: before.users ?? null }), toldOf(facts));
    const renewed = renewedOf(sealed);
    if (changes.length === 0 && renewed.length === 0) return id;
    const isAnother = "sealedPbxPassword" in sealed || reachedBy(facts) !== reachedBy(before);
    await tx.em.nativeUpdate(
      PbxTrunkEntity,
      { id },
      { ...facts, ...sealed, ...(isAnother && { answer: null, askedAt: null }), version: before.version + 1 },
    );
    await recordAudit(tx, {
      operation: "pbx_trunk.update",
      subjectKind: "pbxTrunk",
      subjectId: id,
      subject: labelOf(customer),
      changes: [...changes, ...renewed],
      path,
    });
    return id;
  });
}

function reachedBy({ ipAddress, sipPort, transport, pbxUser }: Omit<TrunkFacts, "users">): string {
  return JSON.stringify([ipAddress, sipPort, transport, pbxUser]);
}
