import { generateSync } from "otplib";
import { beforeAll, expect, test } from "vitest";
import { setInstallation } from "../kernel/installation.ts";
import { asksOfBrowsers } from "../testkit/asks-of-browsers.ts";
import { softPasskey } from "../testkit/authenticator.ts";
import { codes, passwordOfPeople as password, peopleWorld, type Browser } from "../testkit/people-of-tests.ts";

const { world, browser, call, mailsTo, join, rightsOf } = await peopleWorld();
const { rows } = world.database;
const { ask, verb } = asksOfBrowsers(world);
const origin = "https://console.acme.example";
beforeAll(() => setInstallation({ publicUrl: origin }));

interface Asked {
  readonly token: string;
  readonly kinds: string[];
  readonly passkeyOptions: string | null;
}

async function signIn(email: string, at = browser(), secret = password) {
  const answer = await verb(
    at,
    "signIn",
    "viewer { user { email } mustSetUpFactor } secondFactor { token kinds passkeyOptions }",
    {
      email,
      password: secret,
    },
  );
  return {
    at,
    viewer: answer["viewer"],
    asked: answer["secondFactor"] as Asked | null,
    refused: codes(answer),
  };
}

const complete = async (at: Browser, input: Record<string, unknown>) =>
  codes(await verb(at, "completeSignIn", "viewer { user { email } }", input));

function codeOf(secret: string): string {
  return generateSync({ secret, epoch: Math.floor(world.clock.now().getTime() / 1_000) });
}

/** With an app on the phone. */
async function joinWithApp() {
  const joined = await join();
  const added = await verb(joined.at, "addAuthenticator", "id secret address", { name: "Phone" });
  const secret = String(added["secret"]);
  const confirmed = await verb(joined.at, "confirmAuthenticator", "recoveryCodes factors { recoveryCodesLeft }", {
    id: added["id"],
    code: codeOf(secret),
  });
  world.clock.advance({ minutes: 1 });
  return {
    ...joined,
    secret,
    address: String(added["address"]),
    recoveryCodes: confirmed["recoveryCodes"] as string[],
  };
}

test("an app's code opens the session that the password alone does not, and works once", async () => {
  const { email, secret, address } = await joinWithApp();
  expect(address).toContain(`otpauth://totp/Tierline:${encodeURIComponent(email)}?`);
  const { at, viewer, asked } = await signIn(email);
  expect([viewer, at.cookie, asked?.kinds, asked?.passkeyOptions]).toEqual([null, null, ["TOTP"], null]);
  const { token } = asked!;
  const wrong = codeOf(secret) === "000000" ? "000001" : "000000";
  expect(await complete(at, { token, code: wrong })).toBe("INVALID code");
  expect(at.cookie).toBeNull();
  const code = codeOf(secret);
  expect(await complete(at, { token, code: `${code.slice(0, 3)} ${code.slice(3)}` })).toBe("");
  expect(await rightsOf(at.cookie)).toContain("customer.view");
  const again = await signIn(email);
  expect(await complete(again.at, { token, code })).toBe("EXPIRED token");
  expect(await complete(again.at, { token: again.asked!.token, code })).toBe("INVALID code"); // the same step again
  world.clock.advance({ seconds: 30 });
  expect(await complete(again.at, { token: again.asked!.token, code: codeOf(secret) })).toBe("");
});

test("a second factor is kept sealed or as a hash, and a sign-in waits for it five minutes", async () => {
  const { email, secret, recoveryCodes } = await joinWithApp();
  const kept = JSON.stringify([
    await rows("select * from factor"),
    await rows("select * from recovery_code"),
    await rows("select * from audit_entry"),
  ]);
  for (const canary of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))]) {
    expect(kept).not.toContain(canary);
  }
  const { at, asked } = await signIn(email);
  world.clock.advance({ minutes: 5, seconds: 1 });
  expect(await complete(at, { token: asked!.token, code: codeOf(secret) })).toBe("EXPIRED token");
});

test("each of ten recovery codes lets its person in once; new ones take the place of the old", async () => {
  const { email, at: own, recoveryCodes } = await joinWithApp();
  expect(recoveryCodes).toHaveLength(10);
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  const first = await signIn(email);
  const typed = recoveryCodes[0]!.toLowerCase().replaceAll("-", " ");
  expect(await complete(first.at, { token: first.asked!.token, code: typed })).toBe("");
  const second = await signIn(email);
  expect(await complete(second.at, { token: second.asked!.token, code: typed })).toBe("INVALID code");
  const renewed = await verb(own, "renewRecoveryCodes", "recoveryCodes factors { recoveryCodesLeft }");
  expect(renewed["factors"]).toEqual({ recoveryCodesLeft: 10 });
  expect(await complete(second.at, { token: second.asked!.token, code: recoveryCodes[1] })).toBe("INVALID code");
  expect(await rows("select 1 from audit_entry where operation = $1", ["user.renew_recovery_codes"])).toHaveLength(1);
  const [fresh] = renewed["recoveryCodes"] as string[];
  expect(await complete(second.at, { token: second.asked!.token, code: fresh })).toBe("");
});

test("guesses of a second factor are counted: five a minute, whatever browser they come from", async () => {
  const { email, secret } = await joinWithApp();
  const { at, asked } = await signIn(email);
  const wrong = codeOf(secret) === "111111" ? "111112" : "111111";
  for (let guess = 0; guess < 5; guess += 1) {
    expect(await complete(at, { token: asked!.token, code: wrong })).toBe("INVALID code");
  }
  await expect(complete(at, { token: asked!.token, code: codeOf(secret) })).rejects.toThrow("RATE_LIMITED");
  expect(at.cookie).toBeNull();
});

async function addPasskey(at: Browser, name = "Laptop") {
  const passkey = softPasskey(origin);
  const started = await verb(at, "startPasskeyRegistration", "token options");
  const { token, options } = started as unknown as { token: string; options: string };
  const kept = await verb(at, "addPasskey", "recoveryCodes factors { factors { id kind name lastUsedAt } }", {
    token,
    name,
    passkey: passkey.created(options),
  });
  return { passkey, kept, token, options };
}

test("a passkey is a second factor, or alone the whole sign-in; what it has signed once is worth nothing again", async () => {
  const { email, at: own } = await join();
  const { passkey, kept } = await addPasskey(own);
  expect(kept["factors"]).toEqual({
    factors: [{ id: expect.stringMatching(/^fac_/), kind: "PASSKEY", name: "Laptop", lastUsedAt: null }],
  });
  const { at, asked } = await signIn(email);
  expect(asked!.kinds).toEqual(["PASSKEY"]);
  const stranger = softPasskey(origin);
  expect(await complete(at, { token: asked!.token, passkey: stranger.signed(asked!.passkeyOptions!) })).toBe(
    "INVALID passkey",
  );
  const elsewhere = softPasskey("https://console.acme.example.evil.test");
  expect(await complete(at, { token: asked!.token, passkey: elsewhere.signed(asked!.passkeyOptions!) })).toBe(
    "INVALID passkey",
  );
  const said = passkey.signed(asked!.passkeyOptions!);
  expect(await complete(at, { token: asked!.token, passkey: said })).toBe("");
  const later = await signIn(email);
  expect(await complete(later.at, { token: later.asked!.token, passkey: said })).toBe("INVALID passkey");
  const alone = browser();
  const started = (await verb(alone, "startPasskeySignIn", "token options")) as unknown as {
    token: string;
    options: string;
  };
  const { token, options } = started;
  expect(JSON.parse(options)).toMatchObject({ userVerification: "required", rpId: "console.acme.example" });
  expect(await complete(alone, { token, passkey: passkey.signed(options, { isVerified: false }) })).toBe(
    "INVALID passkey",
  );
  expect(await complete(alone, { token, passkey: passkey.signed(options, { counter: 1 }) })).toBe("INVALID passkey"); // a copy
  expect(await complete(alone, { token, passkey: passkey.signed(options) })).toBe("");
  expect(await rightsOf(alone.cookie)).toContain("customer.view");
});

test("a passkey is added by whom it was asked for, once, and for nonsense nothing is kept", async () => {
  const [one, other] = [await join(), await join()];
  const { passkey, options, token } = await addPasskey(one.at);
  const again = { token, name: "Again", passkey: passkey.created(options) };
  expect(codes(await verb(one.at, "addPasskey", "recoveryCodes", again))).toBe("EXPIRED token");
  const started = (await verb(other.at, "startPasskeyRegistration", "token options")) as unknown as {
    token: string;
    options: string;
  };
  for (const nonsense of ["", "{}", "null", "[]", '{"id":"x","response":{}}', "x".repeat(20_000)]) {
    const input = { token: started.token, name: "None", passkey: nonsense };
    expect(codes(await verb(other.at, "addPasskey", "recoveryCodes", input))).toBe("INVALID passkey");
  }
  const input = { token: started.token, name: "Theirs", passkey: passkey.created(started.options) };
  expect(codes(await verb(other.at, "addPasskey", "recoveryCodes", input))).toBe("INVALID passkey");
  await expect(verb(one.at, "addPasskey", "recoveryCodes", input)).rejects.toThrow("NOT_FOUND");
  const { data } = await ask(other.at, "{ myFactors { factors { name } recoveryCodesLeft isRequired } }");
  expect(data).toEqual({ myFactors: { factors: [], recoveryCodesLeft: 0, isRequired: false } });
});

test("several factors have names and last uses; with the last one its recovery codes go", async () => {
  const { email, at } = await joinWithApp();
  await addPasskey(at, "Key on a ring");
  const { data } = await ask<{ myFactors: { factors: { id: string; name: string }[]; recoveryCodesLeft: number } }>(
    at,
    "{ myFactors { factors { id name kind } recoveryCodesLeft } }",
  );
  const { factors } = data.myFactors;
  expect(factors.map(({ name }) => name)).toEqual(["Phone", "Key on a ring"]);
  const remove = (id: string) => verb(at, "removeFactor", "factors { factors { name } recoveryCodesLeft }", { id });
  expect((await remove(factors[0]!.id))["factors"]).toEqual({
    factors: [{ name: "Key on a ring" }],
    recoveryCodesLeft: 10,
  });
  await expect(remove(factors[0]!.id)).rejects.toThrow("NOT_FOUND");
  expect((await remove(factors[1]!.id))["factors"]).toEqual({ factors: [], recoveryCodesLeft: 0 });
  expect((await signIn(email)).viewer).toMatchObject({ user: { email } });
  const told = await rows<{ operation: string }>(
    "select operation from audit_entry where operation like 'user.%factor' order by at desc, id desc limit 4",
  );
  expect(told.map(({ operation }) => operation)).toEqual([
    "user.remove_factor",
    "user.remove_factor",
    "user.add_factor",
    "user.add_factor",
  ]);
});

test("outside the demo world an owner sets up a second factor before anything else, and keeps one", async () => {
  const { email, at } = await join({ role: "RESELLER_OWNER" });
  expect(await rightsOf(at.cookie)).toContain("user.update");
  await rows("update reseller set is_demo = false");
  expect(await rightsOf(at.cookie)).toEqual(["profile.update"]);
  const { viewer } = await signIn(email, at);
  expect(viewer).toEqual({ user: { email }, mustSetUpFactor: true });
  const refused = await ask(at, "{ customers(first: 1) { nodes { id } } }");
  expect(refused.code).toBe("SECOND_FACTOR_REQUIRED");
  const { kept } = await addPasskey(at);
  expect(kept["recoveryCodes"]).toHaveLength(10);
  expect(await rightsOf(at.cookie)).toContain("user.update");
  const [{ id }] = (kept["factors"] as { factors: [{ id: string }] }).factors;
  expect(codes(await verb(at, "removeFactor", "factors { isRequired }", { id }))).toBe("STATE_CONFLICT id");
  await expect(rows("update reseller set is_demo = true where parent_id is null")).rejects.toThrow(
    /Only a new database/,
  );
});

test("T9: what is sensitive wants a proof of the last ten minutes, and with it the session has a new token", async () => {
  const { at, email } = await join();
  const change = { currentPassword: password, newPassword: "nine brown otters asleep" };
  world.clock.advance({ minutes: 11 });
  await expect(verb(at, "changePassword", "", change)).rejects.toThrow("STEP_UP_REQUIRED");
  expect(codes(await verb(at, "proveIdentity", "", { password: "not mine at all" }))).toBe("INVALID password");
  await expect(verb(at, "changePassword", "", change)).rejects.toThrow("STEP_UP_REQUIRED");
  const before = at.cookie;
  expect(codes(await verb(at, "proveIdentity", "", { password }))).toBe("");
  expect(at.cookie).not.toBe(before);
  expect(await rightsOf(before)).toEqual(["signed out"]);
  expect(codes(await verb(at, "changePassword", "", change))).toBe("");
  expect((await signIn(email, browser(), change.newPassword)).refused).toBe("");
});

test("who has a second factor proves themselves with it: the password is not enough", async () => {
  const { at, secret } = await joinWithApp();
  const { passkey } = await addPasskey(at);
  world.clock.advance({ minutes: 11 });
  expect(codes(await verb(at, "proveIdentity", "", { password }))).toBe("REQUIRED code");
  expect(codes(await verb(at, "proveIdentity", "", { code: codeOf(secret) }))).toBe("");
  await verb(at, "renewRecoveryCodes", "recoveryCodes");
  world.clock.advance({ minutes: 11 });
  await expect(verb(at, "renewRecoveryCodes", "recoveryCodes")).rejects.toThrow("STEP_UP_REQUIRED");
  const { data } = await ask<{ startIdentityProof: { asked: Asked } }>(
    at,
    "mutation { startIdentityProof { asked { token kinds passkeyOptions } } }",
  );
  const { token, kinds, passkeyOptions } = data.startIdentityProof.asked;
  expect(kinds).toEqual(["TOTP", "PASSKEY"]);
  const said = passkey.signed(passkeyOptions!);
  expect(codes(await verb(at, "proveIdentity", "", { token, passkey: said }))).toBe("");
  expect(codes(await verb(at, "proveIdentity", "", { token, passkey: said }))).toBe("EXPIRED token");
  await verb(at, "renewRecoveryCodes", "recoveryCodes");
});

test("OX8: whoever's account gets another door is told by mail, in their language, and the mail opens none", async () => {
  const { email, at, secret, recoveryCodes } = await joinWithApp();
  await addPasskey(at);
  await verb(at, "renewRecoveryCodes", "recoveryCodes");
  const { data } = await ask<{ myFactors: { factors: { id: string }[] } }>(at, "{ myFactors { factors { id } } }");
  await rows("update app_user set locale = 'fr' where email = $1", [email]);
  expect(codes(await verb(at, "removeFactor", "", { id: data.myFactors.factors[0]!.id }))).toBe("");
  const told = (await mailsTo(email)).slice(1); // the first is the invitation
  expect(told.map(({ subject }) => subject)).toEqual([
    "A second factor was added to your account at Acme",
    "A second factor was added to your account at Acme",
    "New recovery codes were made for your account at Acme",
    "Un second facteur de votre compte chez Acme a été retiré",
  ]);
  for (const { text } of told) {
    for (const canary of [secret, ...recoveryCodes, "http"]) expect(text).not.toContain(canary);
  }
});

test("OX8: staff reset the second factor of who has lost it: sessions end, and the person is told by mail", async () => {
  const { id, email, at } = await joinWithApp();
  const reset = (from: string) => call(from, "resetFactors", { id });
  const { user } = await reset("owner@acme.test");
  expect(user).toMatchObject({ id, state: "ACTIVE" });
  expect(await rightsOf(at.cookie)).toEqual(["signed out"]);
  const mail = (await mailsTo(email)).at(-1)!;
  expect([mail.subject, mail.text]).toEqual([
    "Your second factor at Acme was reset",
    expect.stringContaining("Anna Acme has removed all second factors of your account at Acme"),
  ]);
  expect((await signIn(email)).viewer).toMatchObject({ user: { email } });
  expect(codes(await reset("owner@acme.test"))).toBe("STATE_CONFLICT id");
  const [told] = await rows<{ changes: unknown; actor: string }>(
    "select actor, changes from audit_entry where operation = 'user.reset_factors'",
  );
  expect(told).toEqual({ actor: "Anna Acme", changes: [{ field: "factors", before: "Phone", after: "" }] });
});
