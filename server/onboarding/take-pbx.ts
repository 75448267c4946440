import { newId } from "@tierline/shared/id.ts";
import type { PbxDraft } from "@tierline/shared/onboarding.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Transaction } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { checkPasswords, checkTrunk, type TrunkPasswords, type TrunkSaid } from "./check-trunk.ts";
import type { OnboardingRow } from "./onboarding.entity.ts";
import { renewedOf, sealedOf, toldOf } from "./trunk.ts";
import { PbxTrunkEntity } from "./trunk.entity.ts";

/**
 * The trunk to the customer's PBX, with its passwords sealed. They come beside the draft, which is kept as typed and can be read.
 * @throws Rejection with every field of the draft that is wrong
 */
export async function takePbx(tx: Transaction, row: OnboardingRow, passwords: TrunkPasswords): Promise<void> {
  const customer = await changeableCustomer(tx, row.customer ?? null);
  const refusals = new Refusals();
  const facts = checkTrunk(refusals, saidOf(row.draft.pbx ?? {}), ["pbx"]);
  checkPasswords(refusals, passwords);
  refusals.settle();
  const now = tx.clock.now();
  const id = newId(now.getTime());
  const { path } = customer;
  const sealed = sealedOf(tx, id, passwords);
  await tx.em.insert(PbxTrunkEntity, {
    sealedPbxPassword: null,
    sealedGatewayPassword: null,
    ...facts,
    ...sealed,
    id,
    path,
    customer: customer.id,
    answer: null,
    askedAt: null,
    createdAt: now,
    version: 1,
  });
  await recordAudit(tx, {
    operation: "pbx_trunk.create",
    subjectKind: "pbxTrunk",
    subjectId: id,
    subject: labelOf(customer),
    changes: [...changesBetween({}, toldOf(facts)), ...renewedOf(sealed)],
    path,
  });
}

/** Of what was typed: a number that is none stays wrong. */
export function saidOf({ sipPort = "", users = "", ...rest }: PbxDraft): TrunkSaid {
  return { ...rest, sipPort: numberOf(sipPort), users: numberOf(users) };
}

function numberOf(text: string): number | null {
  const digits = text.trim();
  if (digits === "") return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
}
