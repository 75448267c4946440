import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { askAs, customersOfTests, jane } from "../testkit/customers-of-tests.ts";
import { codes, invitee, peopleWorld } from "../testkit/people-of-tests.ts";

const { world, call, join, mailsTo, rightsOf } = await peopleWorld();
const { rows } = world.database;
const owner = "owner@acme.test";
const customerId = encodeId("cus", customersOfTests.johnson.id);
const admin = (more: Record<string, unknown> = {}) => invitee({ role: "ACCOUNT_ADMIN", customerId, ...more });
const people = () => rows("select id, role, name, disabled_at, version from app_user order by id");

test("M5: a customer has any number of administrators, each invited by a mail", async () => {
  for (const input of Array.from({ length: 25 }, () => admin())) {
    expect(codes(await call(owner, "inviteUser", input))).toBe("");
    expect(await mailsTo(input.email)).toHaveLength(1);
  }
  const [count] = await rows("select count(*)::int as of from app_user where role = 'ACCOUNT_ADMIN'");
  expect(count).toEqual({ of: 25 });
  expect(codes(await call(owner, "inviteUser", admin({ customerId: null })))).toBe("INVALID customerId");
  expect(codes(await call(owner, "inviteUser", admin({ role: "AGENT" })))).toBe("INVALID customerId");
});

test("M5: they invite, change and disable people of their own customer, and nobody else", async () => {
  const { viewer, at } = await join({ role: "ACCOUNT_ADMIN", customerId });
  expect(await rightsOf(at.cookie)).toEqual(
    expect.arrayContaining(["contact.edit", "user.disable", "user.invite", "user.update", "user.view"]),
  );
  const invited = await call(viewer, "inviteUser", invitee({ role: "CUSTOMER_USER" }));
  expect(codes(invited)).toBe("");
  const { id } = invited["user"] as { id: string };
  expect(codes(await call(viewer, "updateUser", { id, version: 1, role: "ACCOUNT_ADMIN", name: "Raised" }))).toBe("");
  expect(codes(await call(viewer, "updateUser", { id, version: 2, role: "AGENT" }))).toBe("INVALID role");
  expect(codes(await call(viewer, "disableUser", { id }))).toBe("");
  const before = await people();
  expect(codes(await call(viewer, "inviteUser", invitee({ role: "AGENT" })))).toBe("INVALID customerId");
  const other = encodeId("cus", customersOfTests.johnSmith.id);
  const disable = "mutation ($id: ID!) { disableUser(input: { id: $id }) { userErrors { code } } }";
  const invite = "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }";
  const staff = await rows<{ id: string }>("select id from app_user where email = $1", [owner]);
  for (const attempt of [
    askAs(world, viewer, disable, { id: encodeId("usr", staff[0]!.id) }),
    askAs(world, viewer, invite, { input: invitee({ role: "CUSTOMER_USER", customerId: other }) }),
    askAs(world, viewer, invite, { input: invitee({ role: "CUSTOMER_USER", customerId: encodeId("cus", newId()) }) }),
  ]) {
    expect((await attempt).errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  }
  const plain = await askAs(world, jane, invite, { input: invitee({ role: "CUSTOMER_USER" }) });
  expect(plain.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  expect(await people()).toEqual(before);
});

test("M5: what their reseller decides about the customer's people holds for them too", async () => {
  const { at } = await join({ role: "ACCOUNT_ADMIN", customerId });
  const delegate = `mutation ($input: DelegateToCustomerInput!) { delegateToCustomer(input: $input) { userErrors { code } } }`;
  const decide = async (permissions: string[] | null) =>
    expect((await world.graphql(owner, delegate, { input: { id: customerId, permissions } })).data).toEqual({
      delegateToCustomer: { userErrors: [] },
    });
  await decide(["customer.view", "user.view"]);
  expect(await rightsOf(at.cookie)).toEqual(["customer.view", "profile.update", "user.view"]);
  await decide(null);
});
