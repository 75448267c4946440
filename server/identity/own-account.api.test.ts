import { expect, test } from "vitest";
import { encodeId } from "@tierline/shared/id.ts";
import { transaction } from "../kernel/context.ts";
import { askAs } from "../testkit/customers-of-tests.ts";
import { codes, passwordOfPeople, peopleWorld, type Payload } from "../testkit/people-of-tests.ts";
import { statementsOf } from "../testkit/statements.ts";
import { openSession } from "./session.ts";

const { world, browser, call, mailsTo, lastMailTo, rightsOf, join } = await peopleWorld();
const { rows } = world.database;
const owner = "owner@acme.test";
const password = passwordOfPeople;

test("who has forgotten their password is mailed a link for an hour; using it ends every session, and it works once", async () => {
  const { email, at } = await join();
  expect(await call(browser(), "requestPasswordReset", { email: email.toUpperCase() })).toEqual({ userErrors: [] });
  const first = await lastMailTo(email);
  expect(first.link).toMatch(/^https:\/\/console\.acme\.example\/reset-password#/);
  await call(browser(), "requestPasswordReset", { email });
  const { token } = await lastMailTo(email);
  const fresh = "nine brown otters asleep";
  expect(codes(await call(browser(), "resetPassword", { token: first.token, password: fresh }))).toBe("EXPIRED token");
  expect(codes(await call(browser(), "resetPassword", { token, password: "passwordpassword" }))).toBe(
    "INVALID password",
  );
  expect(codes(await call(browser(), "resetPassword", { token, password: fresh }))).toBe("");
  expect(await rightsOf(at.cookie)).toEqual(["signed out"]);
  expect(codes(await call(browser(), "resetPassword", { token, password: fresh }))).toBe("EXPIRED token");
  const signIn = "mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }";
  const answer = async (secret: string) =>
    (await world.graphql(null, signIn, { input: { email, password: secret } })).data;
  expect(await answer(password)).toEqual({ signIn: { userErrors: [{ code: "SIGN_IN_REFUSED" }] } });
  expect(await answer(fresh)).toEqual({ signIn: { userErrors: [] } });
  await call(browser(), "requestPasswordReset", { email });
  const late = await lastMailTo(email);
  world.clock.advance({ minutes: 60 });
  expect(codes(await call(browser(), "resetPassword", { token: late.token, password }))).toBe("EXPIRED token");
});

test("asking for a new password answers and works alike with an account, with several and with none", async () => {
  const { email } = await join();
  const work = async (asked: string) => {
    const at = browser();
    let answer: Payload | null = null;
    const statements = await statementsOf(world.orm, async () => {
      answer = await call(at, "requestPasswordReset", { email: asked });
    });
    return { answer, statements: statements.map((sql) => sql.replaceAll(/'(?:[^']|'')*'/g, "?")) };
  };
  const known = await work(email);
  const unknown = await work("nobody@shop.test");
  expect(unknown).toEqual(known);
  expect(known.statements.length).toBeGreaterThan(5);
  expect(await mailsTo(email)).toHaveLength(2); // the invitation, and this
  expect(await mailsTo("nobody@shop.test")).toEqual([]);
});

test("one's password is changed with the old one, and all other sessions end", async () => {
  const { at, viewer } = await join();
  const other = await transaction(world.viewing(viewer), (tx) => openSession(tx, "a phone", "192.0.2.77"));
  const fresh = "nine brown otters asleep";
  expect(codes(await call(viewer, "changePassword", { currentPassword: "not mine at all", newPassword: fresh }))).toBe(
    "INVALID currentPassword",
  );
  expect(codes(await call(viewer, "changePassword", { currentPassword: password, newPassword: "Nina New 123!" }))).toBe(
    "INVALID newPassword",
  );
  expect(codes(await call(viewer, "changePassword", { currentPassword: password, newPassword: fresh }))).toBe("");
  expect(await rightsOf(other.token)).toEqual(["signed out"]);
  expect(await rightsOf(at.cookie)).not.toEqual(["signed out"]);
});

test("one's sessions are listed with device and place, and ended one by one or all but this", async () => {
  const { at, viewer } = await join();
  const phone = await transaction(world.viewing(viewer), (tx) => openSession(tx, "a phone", "192.0.2.77"));
  const tablet = await transaction(world.viewing(viewer), (tx) => openSession(tx, "a tablet", "192.0.2.78"));
  const { data } = await askAs(world, viewer, "{ mySessions { id userAgent ipAddress isCurrent } }");
  const { mySessions } = data as unknown as {
    mySessions: { id: string; userAgent: string; ipAddress: string; isCurrent: boolean }[];
  };
  expect(mySessions.map(({ userAgent, ipAddress, isCurrent }) => [userAgent, ipAddress, isCurrent]).toSorted()).toEqual(
    [
      ["Firefox on a desk", "192.0.2.9", true],
      ["a phone", "192.0.2.77", false],
      ["a tablet", "192.0.2.78", false],
    ],
  );
  const end = "mutation ($id: ID!) { endSession(input: { id: $id }) { sessions { userAgent } } }";
  await askAs(world, viewer, end, { id: encodeId("ses", phone.id) });
  expect(await rightsOf(phone.token)).toEqual(["signed out"]);
  const stranger = await askAs(world, world.as(owner).viewer, end, { id: encodeId("ses", tablet.id) });
  expect(stranger.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  await askAs(world, viewer, "mutation { endOtherSessions { sessions { isCurrent } } }");
  expect(await rightsOf(tablet.token)).toEqual(["signed out"]);
  expect(await rightsOf(at.cookie)).not.toEqual(["signed out"]);
});

test("an e-mail address changes when the old and the new one have confirmed, in either order", async () => {
  const { email, viewer } = await join();
  const next = `moved-${email}`;
  expect(codes(await call(viewer, "requestEmailChange", { email: next, currentPassword: "not mine" }))).toBe(
    "INVALID currentPassword",
  );
  expect(codes(await call(viewer, "requestEmailChange", { email: owner, currentPassword: password }))).toBe(
    "TAKEN email",
  );
  expect(codes(await call(viewer, "requestEmailChange", { email: next, currentPassword: password }))).toBe("");
  const [there, here] = [await lastMailTo(next), await lastMailTo(email)];
  expect(await call(browser(), "confirmEmailChange", { token: there.token })).toMatchObject({
    isChanged: false,
    userErrors: [],
  });
  expect(codes(await call(browser(), "confirmEmailChange", { token: there.token }))).toBe("EXPIRED token");
  expect(await rows("select 1 from app_user where email = $1", [next])).toEqual([]);
  expect(await call(browser(), "confirmEmailChange", { token: here.token })).toMatchObject({ isChanged: true });
  expect(await rows("select 1 from app_user where email = $1", [next])).toHaveLength(1);
});

test("all that was done above to accounts and roles is told, with who did it", async () => {
  const told = await rows<{ operation: string; actor: string }>(
    "select distinct operation, actor from audit_entry where operation like 'user.%' or operation like 'role.%'",
  );
  expect([...new Set(told.map(({ operation }) => operation))].toSorted()).toEqual([
    "user.accept_invitation",
    "user.change_email",
    "user.change_password",
    "user.invite",
    "user.request_email_change",
    "user.reset_password",
    "user.sign_in",
  ]);
  expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set(["Anna Acme", "Nina New"]));
});
