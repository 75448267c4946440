import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { putLogin, rateLimitReplies, removeLogin } from "../connectors/radius/login.ts";
import { radiusSchema } from "../connectors/radius/settings.ts";
import { sipSchema } from "../connectors/sip/settings.ts";
import { putSubscriber, removeSubscriber } from "../connectors/sip/subscriber.ts";
import { createDatabase, dropDatabase } from "../db/roles.ts";
import { Secret } from "../kernel/secret.ts";
import { doingIo } from "./lab.ts";
import { missingPrograms, startRealNetwork, type RealNetwork } from "./network/elements.ts";

const missing = missingPrograms();
if (missing.length > 0) console.log(`The real network is not tried here: ${missing.join(", ")} not installed.`);

describe.skipIf(missing.length > 0)("against Kamailio, FreeRADIUS and real phones", () => {
  const name = `network_${crypto.randomUUID().slice(0, 8)}`;
  const alice = { user: "acme-1", password: "correct-horse-1" };
  const bob = { user: "acme-2", password: "battery-staple-2" };
  let network: RealNetwork;

  beforeAll(async () => {
    await createDatabase(inject("adminUrl"), name);
    const url = new URL(inject("adminUrl"));
    url.pathname = `/${name}`;
    network = await startRealNetwork(url.href);
  }, 60_000);

  afterAll(async () => {
    await network?.stop();
    await dropDatabase(inject("adminUrl"), name);
  });

  test("a phone registers only while its account exists, calls and is called, and is off the air at once afterwards", async () => {
    const settings = sipSchema.parse(network.sip);
    const io = () => doingIo(`run:${crypto.randomUUID()}`);
    expect(await network.register(alice.user, alice.password)).toBe(false);

    for (const { user, password } of [alice, bob, alice]) {
      await putSubscriber(io(), settings, { username: user, password: new Secret(password) });
    }
    expect(await network.register(alice.user, "wrong")).toBe(false);
    expect(await network.register(alice.user, alice.password)).toBe(true);
    expect(await network.call(bob, alice.user)).toBe(true);

    await removeSubscriber(io(), settings, { username: alice.user });
    expect(await network.register(alice.user, alice.password)).toBe(false);
    expect(await network.call(alice, bob.user)).toBe(false);
    expect(await network.call(bob, alice.user)).toBe(false);
    await removeSubscriber(io(), settings, { username: alice.user });
  }, 90_000);

  test("an internet login is accepted with its rate limit only while it exists", async () => {
    const settings = radiusSchema.parse(network.radius);
    const io = () => doingIo(`run:${crypto.randomUUID()}`);
    expect(network.login("acme-3", "secret3")).toContain("Access-Reject");

    const login = {
      username: "acme-3",
      password: new Secret("secret3"),
      replies: rateLimitReplies(100_000_000, 20_000_000),
    };
    await putLogin(io(), settings, login);
    await putLogin(io(), settings, login);
    expect(network.login("acme-3", "secret3")).toMatch(/Access-Accept[\s\S]*WISPr-Bandwidth-Max-Down = 100000000/);
    expect(network.login("acme-3", "wrong")).toContain("Access-Reject");

    await removeLogin(io(), settings, { username: "acme-3" });
    expect(network.login("acme-3", "secret3")).toContain("Access-Reject");
  }, 60_000);
});
