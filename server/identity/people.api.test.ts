import { expect, test } from "vitest";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { askAs, customersOfTests } from "../testkit/customers-of-tests.ts";
import { codes, invitee, passwordOfPeople, peopleWorld } from "../testkit/people-of-tests.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { authenticate } from "./authenticate.ts";
import { hashOfToken } from "./session.ts";

const { world, browser, call, lastMailTo, rightsOf, join } = await peopleWorld();
const { rows } = world.database;
const owner = "owner@acme.test";
const password = passwordOfPeople;
const userId = (email: keyof typeof usersOfTests) => encodeId("usr", usersOfTests[email].id);

test("MX8: who is invited gets a link by mail, sets a password through it once, and is signed in with the rights given", async () => {
  const input = invitee({ email: " Nina@Shop.Test " });
  const { user } = await call(owner, "inviteUser", input);
  expect(user).toMatchObject({ state: "INVITED" });
  const mail = await lastMailTo("nina@shop.test");
  expect(mail).toMatchObject({ subject: "Invitation to Acme", text: expect.stringContaining("Anna Acme invites you") });
  expect(mail.link).toMatch(/^https:\/\/console\.acme\.example\/accept-invitation#[A-Za-z0-9_-]{43}$/);
  const { data } = await world.graphql(
    null,
    "query ($t: String!) { invitation(token: $t) { name email resellerName } }",
    {
      t: mail.token,
    },
  );
  expect(data).toEqual({ invitation: { name: "Nina New", email: "nina@shop.test", resellerName: "Acme" } });
  const at = browser();
  const short = await call(at, "acceptInvitation", { token: mail.token, password: "eleven char" });
  expect(codes(short)).toBe("INVALID password");
  const { viewer } = await call(at, "acceptInvitation", { token: mail.token, password });
  expect(viewer).toMatchObject({ user: { email: "nina@shop.test", state: "ACTIVE" } });
  expect(await rightsOf(at.cookie)).toEqual([...world.as("agent@acme.test").viewer.permissions].toSorted());
  expect(codes(await call(browser(), "acceptInvitation", { token: mail.token, password }))).toBe("EXPIRED token");
  const again = await world.graphql(null, "query ($t: String!) { invitation(token: $t) { name } }", { t: mail.token });
  expect(again.data).toEqual({ invitation: null });
  expect(
    await rows(
      "select operation from audit_entry where subject = to_jsonb('Nina New <nina@shop.test>'::text) order by id",
    ),
  ).toEqual([{ operation: "user.invite" }, { operation: "user.accept_invitation" }, { operation: "user.sign_in" }]);
});

test("MX8: a link works for 24 hours; a new one takes the place of the former, and a withdrawn one leads nowhere", async () => {
  const input = invitee();
  const { user } = await call(owner, "inviteUser", input);
  const { id } = user as { id: string };
  const first = await lastMailTo(input.email);
  expect(codes(await call(owner, "resendInvitation", { id }))).toBe("STATE_CONFLICT id");
  world.clock.advance({ minutes: 2 });
  expect(codes(await call(owner, "resendInvitation", { id }))).toBe("");
  const second = await lastMailTo(input.email);
  expect(codes(await call(browser(), "acceptInvitation", { token: first.token, password }))).toBe("EXPIRED token");
  world.clock.advance({ hours: 24 });
  expect(codes(await call(browser(), "acceptInvitation", { token: second.token, password }))).toBe("EXPIRED token");
  await call(owner, "resendInvitation", { id });
  const third = await lastMailTo(input.email);
  expect(codes(await call(owner, "withdrawInvitation", { id }))).toBe("");
  expect(codes(await call(browser(), "acceptInvitation", { token: third.token, password }))).toBe("EXPIRED token");
  expect(await rows("select 1 from app_user where email = $1", [input.email])).toEqual([]);
  expect(codes(await call(owner, "inviteUser", invitee({ email: input.email })))).toBe("");
});

test("MX8: who has accepted can be neither invited again nor withdrawn", async () => {
  const { id, email } = await join();
  expect(codes(await call(owner, "withdrawInvitation", { id }))).toBe("STATE_CONFLICT id");
  expect(codes(await call(owner, "resendInvitation", { id }))).toBe("STATE_CONFLICT id");
  expect(codes(await call(owner, "inviteUser", invitee({ email })))).toBe("TAKEN email");
});

test("of a token the database keeps a hash, and the mail's text is sealed until it is sent", async () => {
  const input = invitee();
  await call(owner, "inviteUser", input);
  const { token } = await lastMailTo(input.email);
  const kept = JSON.stringify([await rows("select * from outbox_mail"), await rows("select * from account_link")]);
  expect(kept).not.toContain(token);
  expect(kept).toContain(hashOfToken(token));
});

test("OX8: nobody gives what they lack, nor touches who may more", async () => {
  const { id: keeperId } = (
    await call(owner, "createRole", {
      idempotencyKey: newId(),
      name: "People keeper",
      permissions: [
        "user.view",
        "user.invite",
        "user.update",
        "user.disable",
        "role.edit",
        "customer.view",
        "profile.update",
      ],
    })
  )["role"] as { id: string };
  const { at } = await join({ role: "MEMBER", roleIds: [keeperId] });
  const keeper = (await authenticate(world.system(), at.cookie ?? ""))!;
  expect(codes(await call(keeper, "inviteUser", invitee({ role: "AGENT" })))).toBe("EXCEEDS_RIGHTS role");
  expect(codes(await call(keeper, "inviteUser", invitee({ role: "RESELLER_OWNER" })))).toBe("EXCEEDS_RIGHTS role");
  expect(codes(await call(keeper, "inviteUser", invitee({ role: "MEMBER", roleIds: [keeperId] })))).toBe("");
  const more = { idempotencyKey: newId(), name: "More", permissions: ["customer.view", "order.place", "no.such"] };
  expect(codes(await call(keeper, "createRole", more))).toBe("EXCEEDS_RIGHTS permissions.1, INVALID permissions.2");
  const { role } = await call(owner, "createRole", { ...more, permissions: ["customer.view", "order.place"] });
  const { id: moreId } = role as { id: string };
  expect(codes(await call(keeper, "updateRole", { id: moreId, version: 1, permissions: [] }))).toBe(
    "EXCEEDS_RIGHTS id",
  );
  expect(codes(await call(keeper, "deleteRole", { id: moreId }))).toBe("EXCEEDS_RIGHTS id");
  expect(codes(await call(keeper, "inviteUser", invitee({ role: "MEMBER", roleIds: [moreId] })))).toBe(
    "EXCEEDS_RIGHTS roleIds.0",
  );
  const agent = { id: userId("agent@acme.test"), version: 1 };
  expect(codes(await call(keeper, "updateUser", { ...agent, role: "MEMBER" }))).toBe("EXCEEDS_RIGHTS id");
  expect(codes(await call(keeper, "disableUser", { id: agent.id }))).toBe("EXCEEDS_RIGHTS id");
  expect(codes(await call(owner, "inviteUser", invitee({ role: "OPERATOR" })))).toBe("EXCEEDS_RIGHTS role");
});

test("OX8: a right that is taken away is gone at the next request, and so is who is disabled", async () => {
  const { role } = await call(owner, "createRole", {
    idempotencyKey: newId(),
    name: "Cost reader",
    permissions: ["finance.view"],
  });
  const { id: roleId } = role as { id: string };
  const { id, at } = await join({ role: "MEMBER", roleIds: [roleId] });
  expect(await rightsOf(at.cookie)).toEqual(["finance.view", "profile.update"]);
  await call(owner, "updateRole", { id: roleId, version: 1, permissions: ["finance.view", "run.view"] });
  expect(await rightsOf(at.cookie)).toEqual(["finance.view", "profile.update", "run.view"]);
  expect(codes(await call(owner, "updateRole", { id: roleId, version: 1, name: "Late" }))).toBe("STALE version");
  await call(owner, "updateUser", { id, version: 1, roleIds: [] });
  expect(await rightsOf(at.cookie)).toEqual(["profile.update"]);
  expect(codes(await call(owner, "updateUser", { id, version: 1, name: "Late" }))).toBe("STALE version");
  const told: string[] = [];
  const stop = world.changes.tap(({ topic }) => told.push(topic));
  const { user } = await call(owner, "disableUser", { id });
  stop();
  expect(user).toMatchObject({ state: "DISABLED" });
  expect(told).toEqual([expect.stringMatching(/^session:/)]);
  expect(await rightsOf(at.cookie)).toEqual(["signed out"]);
  expect((await call(owner, "enableUser", { id }))["user"]).toMatchObject({ state: "ACTIVE" });
  expect(await rightsOf(at.cookie)).toEqual(["signed out"]);
});

test("the last owner of a reseller is neither disabled nor demoted, under two at once either", async () => {
  const only = { id: userId("owner@beta.test") };
  expect(codes(await call("owner@nord.test", "disableUser", only))).toBe("LAST_OWNER id");
  expect(codes(await call("owner@nord.test", "updateUser", { ...only, version: 1, role: "AGENT" }))).toBe(
    "LAST_OWNER id",
  );
  expect(codes(await call("owner@beta.test", "disableUser", only))).toBe("STATE_CONFLICT id");
  const { id: second } = await join({ role: "RESELLER_OWNER" });
  const both = await Promise.all([
    call("owner@nord.test", "disableUser", { id: userId(owner) }),
    call("owner@nord.test", "disableUser", { id: second }),
  ]);
  expect(both.map(codes).toSorted()).toEqual(["", "LAST_OWNER id"]);
  await rows("update app_user set disabled_at = null");
});

test("MX7: a technician is invited with the customers named, and the names are changed later", async () => {
  const { johnSmith, johnDoe, johnnyBeta } = customersOfTests;
  const named = [encodeId("cus", johnSmith.id)];
  const { id, at } = await join({ namedCustomerIds: named });
  const seen = async () => {
    const viewer = (await authenticate(world.system(), at.cookie ?? ""))!;
    const { data } = await askAs(world, viewer, "{ customers(first: 10) { nodes { name } } }");
    return (data as unknown as { customers: { nodes: { name: string }[] } }).customers.nodes.map(({ name }) => name);
  };
  expect(await seen()).toEqual(["John Smith"]);
  expect(await rightsOf(at.cookie)).not.toContain("customer.create");
  const both = [...named, encodeId("cus", johnDoe.id)];
  expect(codes(await call(owner, "updateUser", { id, version: 1, namedCustomerIds: both }))).toBe("");
  expect(await seen()).toEqual(["John Doe", "John Smith"]);
  const foreign = [encodeId("cus", johnnyBeta.id), encodeId("cus", newId())];
  const refused = await call(owner, "updateUser", { id, version: 2, namedCustomerIds: foreign });
  expect(codes(refused)).toBe("UNKNOWN_REFERENCE namedCustomerIds.0, UNKNOWN_REFERENCE namedCustomerIds.1");
  expect(codes(await call(owner, "updateUser", { id, version: 2, namedCustomersOnly: false }))).toBe("");
  expect((await seen()).length).toBeGreaterThan(2);
});

test("a customer's user is invited into that customer, and holds no role of the reseller", async () => {
  const customerId = encodeId("cus", customersOfTests.johnson.id);
  const { at } = await join({ role: "CUSTOMER_USER", customerId });
  const viewer = await authenticate(world.system(), at.cookie ?? "");
  expect(viewer).toMatchObject({ customerId: customersOfTests.johnson.id, role: "CUSTOMER_USER" });
  expect(codes(await call(owner, "inviteUser", invitee({ customerId })))).toBe("INVALID customerId");
  expect(codes(await call(owner, "inviteUser", invitee({ role: "CUSTOMER_USER" })))).toBe("INVALID customerId");
});

test("people are listed by name with their state, from one's own tier and below, and nobody of another", async () => {
  const list = `query ($filter: UserFilter) { users(filter: $filter, first: 50) { totalCount { value }
    nodes { name state isWithinMyRights roles { name } namedCustomersOnly reseller { key } lastSignInAt } } }`;
  const { data, errors } = await world.graphql("agent@beta.test", list, {});
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    users: {
      totalCount: { value: 2 },
      nodes: [
        {
          name: "Bea Beta",
          state: "ACTIVE",
          isWithinMyRights: false,
          roles: [],
          namedCustomersOnly: false,
          reseller: { key: "beta" },
          lastSignInAt: null,
        },
        {
          name: "Ben Agent",
          state: "ACTIVE",
          isWithinMyRights: true,
          roles: [],
          namedCustomersOnly: false,
          reseller: { key: "beta" },
          lastSignInAt: null,
        },
      ],
    },
  });
  const filtered = await world.graphql(owner, list, { filter: { search: "NORA", state: ["ACTIVE"] } });
  expect((filtered.data as unknown as { users: { nodes: unknown[] } }).users.nodes).toHaveLength(1);
});

test("a foreign person, role and session are as those that never were", async () => {
  const { role } = await call(owner, "createRole", { idempotencyKey: newId(), name: "Acme's own", permissions: [] });
  const { id: roleId } = role as { id: string };
  for (const [verb, id] of [
    ["disableUser", userId(owner)],
    ["deleteRole", roleId],
    ["disableUser", encodeId("usr", newId())],
  ] as const) {
    const type = verb === "deleteRole" ? "DeleteRoleInput" : "UserInput";
    const { errors } = await world.graphql(
      "owner@beta.test",
      `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`,
      { input: { id } },
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  }
  const above = await world.graphql(
    "owner@beta.test",
    "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }",
    {
      input: invitee({ resellerId: encodeId("rsl", resellersOfTests.nord.id) }),
    },
  );
  expect(above.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
});

test("all that was done above to accounts and roles is told, with who did it", async () => {
  const told = await rows<{ operation: string; actor: string }>(
    "select distinct operation, actor from audit_entry where operation like 'user.%' or operation like 'role.%'",
  );
  expect([...new Set(told.map(({ operation }) => operation))].toSorted()).toEqual([
    "role.create",
    "role.update",
    "user.accept_invitation",
    "user.disable",
    "user.enable",
    "user.invite",
    "user.resend_invitation",
    "user.sign_in",
    "user.update",
    "user.withdraw_invitation",
  ]);
  expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set(["Anna Acme", "Nils Nord", "Nina New"]));
});
