import { newId } from "@tierline/shared/id.ts";
import { emailLengthMax } from "@tierline/shared/limits.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";
import { checkEmail } from "../kernel/checked-text.ts";
import { rootPath } from "../kernel/viewer.ts";
import { normalEmail } from "./email.ts";
import { generatePassword } from "./generate-password.ts";
import { addPerson, placeOf, type InviteUserInput } from "./invite-user.ts";
import { hashPassword } from "./password.ts";
import { CredentialEntity } from "./user.entity.ts";

export interface GivenAccess {
  readonly id: string;
  /** Null for a call that was repeated: it was told to the first. */
  readonly password: string | null;
}

/**
 * A person with a password that is made for them and told once (B15, T7): whoever has no mail at hand can be let in on the spot.
 * They set one of their own before anything else, so that nobody else's knowledge of it lasts.
 * @throws as `inviteUser`
 */
export async function giveAccess(context: Context, input: InviteUserInput): Promise<GivenAccess> {
  let told: string | null = null;
  const password = generatePassword();
  const passwordHash = await hashPassword(context.vault, password);
  const { id } = await once(context, "user.give_access", input.idempotencyKey, input, async (tx) => {
    const user = await addPerson(tx, "user.give_access", input);
    const changedAt = tx.clock.now();
    await tx.em.insert(CredentialEntity, {
      id: newId(changedAt.getTime()),
      path: user.path,
      user: user.user_id,
      passwordHash,
      changedAt,
      mustChange: true,
    });
    told = password; // never among what is kept for a repeated call
    return { id: user.user_id };
  });
  return { id, password: told };
}

export interface EmailCheck {
  readonly isFree: boolean;
  /** Three that are free and near to it; none where it is free itself. */
  readonly suggestions: readonly string[];
}

const suggestionsCount = 3;

/**
 * Whether nobody at that reseller signs in with this address yet, before anything is saved; saving looks again.
 * @throws Rejection INVALID, REQUIRED, TOO_LONG
 * @throws AccessError NOT_FOUND
 */
export async function checkEmailIsFree(
  context: Context,
  input: Pick<InviteUserInput, "email" | "resellerId" | "customerId">,
): Promise<EmailCheck> {
  const { reseller } = await placeOf(context, input);
  const email = normalEmail(input.email);
  const refusals = new Refusals();
  checkEmail(refusals, email, { isRequired: true, max: emailLengthMax }, "email");
  refusals.settle();
  const [name = "", domain = ""] = email.split(/@(?=[^@]*$)/);
  const near = [".2", "2", ".office", "3", ".new", "4", "5", "6", "7"].map((end) => `${name}${end}@${domain}`);
  // As the saving does, so that one who sees a single customer is told the same as by trying.
  const rows = await inTier(context, rootPath).em.execute<{ email: string }[]>(
    "select email from app_user where reseller_id = ? and email in (?)",
    [reseller.id, [email, ...near]],
  );
  const taken = new Set(rows.map((row) => row.email));
  if (!taken.has(email)) return { isFree: true, suggestions: [] };
  const free = near.filter((each) => !taken.has(each) && each.length <= emailLengthMax);
  return { isFree: false, suggestions: free.slice(0, suggestionsCount) };
}
