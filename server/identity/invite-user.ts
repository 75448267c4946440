import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { emailLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { isCustomerRole, type Role } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { checkEmail, checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { claimRoom } from "../resellers/limits.ts";
import { refuseUnlessActive } from "../resellers/reseller-state.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { mailLink, type Addressee } from "./account-mail.ts";
import { normalEmail } from "./email.ts";
import { factsOf, getManagedUser, refuseBeyondRights, subjectOf, type ManagedUser } from "./managed-user.ts";
import { setNamedCustomers, setRoles } from "./user-scope.ts";
import { UserEntity } from "./user.entity.ts";

export interface InviteUserInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The API's ids from here on; the viewer's own reseller without one. */
  readonly resellerId?: string | null | undefined;
  /** Of who belongs to a customer, that one without it. */
  readonly customerId?: string | null | undefined;
  readonly roleIds?: readonly string[] | null | undefined;
  /** Null or left out: they see whoever is in their tier. */
  readonly namedCustomerIds?: readonly string[] | null | undefined;
}

interface Place {
  readonly path: string;
  readonly reseller: ResellerRow;
  readonly customerId: string | null;
}

/**
 * A person who may sign in once they have set a password through the link that is mailed to them. Answers their UUID.
 * @throws Rejection TAKEN (the e-mail, at this reseller), EXCEEDS_RIGHTS, UNKNOWN_REFERENCE, LIMIT_EXCEEDED, and every wrong field
 */
export async function inviteUser(context: Context, input: InviteUserInput): Promise<string> {
  const { id } = await once(context, "user.invite", input.idempotencyKey, input, async (tx) => {
    const user = await addPerson(tx, "user.invite", input);
    await mailLink(tx, "INVITATION", addresseeOf(user), { by: tx.viewer.name });
    return { id: user.user_id };
  });
  return id;
}

/** A person who cannot sign in yet, with their rights and their entry in the audit trail. @throws as `inviteUser` */
export async function addPerson(tx: Transaction, operation: string, given: InviteUserInput): Promise<ManagedUser> {
  const input = { ...given, customerId: customerFor(tx.viewer, given) };
  const place = await placeOf(tx, input);
  const { name, email } = checkedPerson(input);
  await claimRoom(tx, "people", place.path);
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  const { path, reseller, customerId: customer } = place;
  const row = { id, path, reseller: reseller.id, customer, name, email, role: input.role, locale: null };
  await tx.em
    .insert(UserEntity, { ...row, namedCustomersOnly: false, disabledAt: null, createdAt, version: 1 })
    .catch((error: unknown) => takenWhenThere(error, email));
  const holder = { id, path, resellerId: reseller.id };
  await setRoles(tx, holder, input.roleIds ?? []);
  await setNamedCustomers(tx, holder, input.namedCustomerIds ?? null);
  const user = await getManagedUser(tx, id);
  refuseBeyondRights(tx.viewer, user, "role");
  await recordAudit(tx, {
    ...subjectOf(user),
    operation,
    changes: changesBetween({}, factsOf(user)),
  });
  return user;
}

/** Whoever administers a customer invites into it, without having to name it. */
function customerFor({ customerId }: Viewer, input: InviteUserInput): string | null {
  return input.customerId ?? (customerId === null ? null : encodeId("cus", customerId));
}

/** Of a reseller beside or above nothing is said, though names above can be read. */
export async function placeOf(
  tx: Pick<Transaction, "em" | "viewer">,
  { resellerId, customerId }: Pick<InviteUserInput, "resellerId" | "customerId">,
): Promise<Place> {
  const id = resellerId == null ? tx.viewer.resellerId : decodeId("rsl", resellerId);
  const reseller = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (reseller === null) throw notFound();
  const customer = customerId == null ? null : await customerOf(tx, reseller.id, decodeId("cus", customerId));
  if (customer === null && !isWithin(reseller.path, tx.viewer.path)) throw notFound();
  // Somebody has to be there who activates it.
  if (reseller.state !== "PENDING") refuseUnlessActive(reseller, "resellerId");
  return { path: (customer ?? reseller).path, reseller, customerId: customer?.id ?? null };
}

/** @throws AccessError NOT_FOUND for one that is not the reseller's, or not in the viewer's tier */
async function customerOf({ em }: Pick<Transaction, "em">, reseller: string, id: string | null): Promise<CustomerRow> {
  const row = id === null ? null : await em.findOne(CustomerEntity, { id, reseller }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  return row;
}

function checkedPerson({ name, email, role, customerId, namedCustomerIds, roleIds }: InviteUserInput) {
  const refusals = new Refusals();
  checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name");
  checkEmail(refusals, normalEmail(email), { isRequired: true, max: emailLengthMax }, "email");
  if (isCustomerRole(role) !== (customerId != null)) refusals.add("INVALID", say("user.customer"), "customerId");
  if (customerId != null && (namedCustomerIds ?? []).length > 0) {
    refusals.add("INVALID", say("user.ownCustomer"), "namedCustomerIds");
  }
  if (customerId != null && (roleIds ?? []).length > 0) refusals.add("INVALID", say("user.ownCustomer"), "roleIds");
  refusals.settle();
  return { name, email: normalEmail(email) };
}

function takenWhenThere(error: unknown, email: string): never {
  if (error instanceof UniqueConstraintViolationException) {
    throw new Rejection({ code: "TAKEN", message: say("user.taken", { email }), path: ["email"] });
  }
  throw error;
}

export function addresseeOf(user: ManagedUser): Addressee {
  return {
    userId: user.user_id,
    path: user.path,
    name: user.name,
    email: user.email,
    locale: user.locale ?? user.reseller_locale,
    resellerName: user.reseller_name,
  };
}
