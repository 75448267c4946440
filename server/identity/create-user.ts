import { newId } from "@tierline/shared/id.ts";
import { emailLengthMax, nameLengthMax, passwordLengthMax, passwordLengthMin } from "@tierline/shared/limits.ts";
import { isCustomerRole, type Role } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { checkEmail, checkText } from "../kernel/checked-text.ts";
import type { Transaction } from "../kernel/context.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { normalEmail } from "./email.ts";
import { insertUsers } from "./insert-users.ts";
import { hashPassword } from "./password.ts";
import { UserEntity } from "./user.entity.ts";

export interface CreateUserInput {
  /** UUIDs, not the API's ids. */
  readonly resellerId: string;
  /** For a customer's own user, who then sees that customer alone. */
  readonly customerId?: string | null;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly locale?: string | null;
}

/**
 * A person who can sign in, with the password given. Answers the new user's UUID.
 * @throws Rejection TAKEN (the e-mail, at this reseller), REQUIRED, INVALID, TOO_LONG
 */
export async function createUser(tx: Transaction, input: CreateUserInput): Promise<string> {
  const { email, name } = checked(input);
  const path = await pathFor(tx, input);
  const isTaken = await tx.em.count(UserEntity, { reseller: input.resellerId, email });
  if (isTaken > 0) throw new Rejection({ code: "TAKEN", message: say("user.taken", { email }), path: ["email"] });
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  const { resellerId, customerId = null, role, locale = null } = input;
  const passwordHash = await hashPassword(tx.vault, input.password);
  await insertUsers(tx.em, [{ id, path, resellerId, customerId, email, name, role, locale, createdAt, passwordHash }]);
  const changes = changesBetween({}, { email, name, role });
  await recordAudit(tx, {
    operation: "user.create",
    subjectKind: "user",
    subjectId: id,
    subject: `${name} <${email}>`,
    changes,
    path,
  });
  return id;
}

function checked({ email, name, role, customerId, password }: CreateUserInput): { email: string; name: string } {
  const refusals = new Refusals();
  checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name");
  checkEmail(refusals, normalEmail(email), { isRequired: true, max: emailLengthMax }, "email");
  if (password.length < passwordLengthMin) {
    refusals.add("INVALID", say("password.tooShort", { min: passwordLengthMin }), "password");
  }
  if (password.length > passwordLengthMax)
    refusals.add("TOO_LONG", say("password.tooLong", { max: passwordLengthMax }), "password");
  if (isCustomerRole(role) !== (customerId != null)) {
    refusals.add("INVALID", say("user.customer"), "customerId");
  }
  refusals.settle();
  return { email: normalEmail(email), name };
}

async function pathFor(tx: Transaction, { resellerId, customerId }: CreateUserInput): Promise<string> {
  const reseller = await tx.em.findOne(ResellerEntity, { id: resellerId }, { disableIdentityMap: true });
  if (reseller === null) throw notFound();
  if (customerId == null) return reseller.path;
  const customer = await tx.em.findOne(
    CustomerEntity,
    { id: customerId, reseller: resellerId },
    { disableIdentityMap: true },
  );
  if (customer === null) throw notFound();
  return customer.path;
}
