import { encodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { normalEmail } from "../identity/email.ts";
import { inviteUser, type InviteUserInput } from "../identity/invite-user.ts";
import { UserEntity } from "../identity/user.entity.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { customerOf } from "./customer-of-row.ts";

const roles: ReadonlyMap<string, "ACCOUNT_ADMIN" | "CUSTOMER_USER"> = new Map([
  ["user", "CUSTOMER_USER"],
  ["customer_user", "CUSTOMER_USER"],
  ["admin", "ACCOUNT_ADMIN"],
  ["administrator", "ACCOUNT_ADMIN"],
  ["account_admin", "ACCOUNT_ADMIN"],
]);

function roleOf({ role = "user" }: Cells): "ACCOUNT_ADMIN" | "CUSTOMER_USER" {
  const known = roles.get(role.toLowerCase().replaceAll(/[\s-]+/g, "_"));
  if (known !== undefined) return known;
  throw new Rejection({ code: "INVALID", message: say("bulk.userRole"), path: ["role"] });
}

function inputOf(cells: Cells, customerId: string, idempotencyKey: string): InviteUserInput {
  const { first_name: first = "", last_name: last = "" } = cells;
  const name = cells["name"] ?? `${first} ${last}`.trim();
  const email = cells["email"] ?? "";
  return { idempotencyKey, name, email, role: roleOf(cells), customerId: encodeId("cus", customerId) };
}

/** Whoever is of that very customer has been invited before, and gets no second mail; of another one the e-mail is taken. */
async function presentUser({ em }: Context, customer: string, { email = "" }: Cells): Promise<string | null> {
  const row = await em.findOne(UserEntity, { customer, email: normalEmail(email) }, { disableIdentityMap: true });
  return row === null ? null : encodeId("usr", row.id);
}

/** As many people of customers as a file has, e.g. those of a platform that is synchronised (MX11). Each is invited by mail. */
export const inviteUsers: BulkDoer = {
  kind: "USERS",
  columnOf: { customerId: "customer" },
  // Who has left since may be invited again by the same file.
  isReversible: true,
  sameBy: ["customer", "email"],
  async rehearse(context, cells) {
    const customer = await customerOf(context, cells["customer"] ?? "");
    if ((await presentUser(context, customer, cells)) !== null) return { isUnchanged: true };
    await takenBack(context, (trial) => inviteUser(trial, inputOf(cells, customer, "rehearsal")));
    return {};
  },
  async perform(context, { cells, idempotencyKey }) {
    const customer = await customerOf(context, cells["customer"] ?? "");
    const present = await presentUser(context, customer, cells);
    if (present !== null) return { resultId: present, runId: null };
    const id = await inviteUser(context, inputOf(cells, customer, idempotencyKey));
    return { resultId: encodeId("usr", id), runId: null };
  },
};
