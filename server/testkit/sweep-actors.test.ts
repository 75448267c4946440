import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { publicRootFields } from "../api/public-fields.ts";
import { rootGuards } from "../api/schema.ts";
import { authenticateKey } from "../developers/authenticate-key.ts";
import { createApiClient } from "../developers/create-api-client.ts";
import { authenticate } from "../identity/authenticate.ts";
import { openSession } from "../identity/session.ts";
import { transaction } from "../kernel/context.ts";
import { actorsOf, leaksOf, outsideOf } from "./sweep-actors.ts";
import { askForAll, codesOf } from "./sweep-ask.ts";
import { documentOf, idPlaces, rootFields, withValue } from "./sweep-document.ts";
import { sweepFixtures } from "./sweep-fixtures.ts";
import { prefixByName } from "./sweep-names.ts";
import { openSweepWorld } from "./sweep-world.ts";
import { nothingSpent, t0 } from "./world.ts";

const swept = await openSweepWorld();
const actors = await actorsOf(swept);
const { world } = swept.shop;
const fields = rootFields(world.schema);
const reads = fields.filter(({ root }) => root !== "Mutation");
const changes = fields.filter(
  ({ root, field }) => root === "Mutation" && !publicRootFields.has(`${root}.${field.name}`),
);
const levels = 4;
const documents = new Map(fields.map(({ root, field }) => [field, documentOf(world.schema, root, field, levels)]));
const permissionOf = new Map(rootGuards().map(({ root, field, permission }) => [`${root}.${field}`, permission]));

for (const [who, { viewer, sees, unseen }] of Object.entries(actors)) {
  const requestOf = () => ({
    ...world.viewing(viewer),
    language: "en" as const,
    loaders: new Map(),
    http: null,
    leftOf: nothingSpent,
  });

  test(
    `U14: whatever ${who} asks for, four levels deep, nothing outside their sight is told`,
    { timeout: 120_000 },
    async () => {
      const outside = await outsideOf(swept, viewer);
      expect(outside.ids.size).toBeGreaterThan(20);
      const leaks: string[] = [];
      let answered = 0;
      for (const { root, field } of reads) {
        const name = `${root}.${field.name}`;
        const document = documents.get(field)!; // made of the same list
        for (const ids of [sees, unseen]) {
          const variables = sweepFixtures[name]!.args(ids);
          const answer = await askForAll(world.schema, requestOf(), { root, name: field.name, document, variables });
          if (JSON.stringify(answer.data) !== "null") answered += 1;
          if (codesOf(answer).includes("INTERNAL")) leaks.push(`${name}: ${JSON.stringify(answer.errors)}`);
          for (const leak of leaksOf(JSON.stringify(answer), outside)) leaks.push(`${name}: ${leak}`);
        }
      }
      expect(leaks).toEqual([]);
      expect(answered).toBeGreaterThan(5);
    },
  );

  test(`X2: ${who} changes nothing by ids of what does not exist for them`, { timeout: 120_000 }, async () => {
    const outside = await outsideOf(swept, viewer);
    const before = await swept.fingerprint();
    const leaks: string[] = [];
    for (const { root, field } of changes) {
      const name = `${root}.${field.name}`;
      const document = documents.get(field)!; // made of the same list
      const permission = permissionOf.get(name);
      for (const place of idPlaces(field)) {
        const last = place.path.at(-1) ?? "";
        const prefix = last === "id" ? sweepFixtures[name]!.id : prefixByName[last];
        if (prefix === undefined) continue;
        const args = withValue(
          sweepFixtures[name]!.args(sees, last),
          place.path,
          place.isList ? [unseen[prefix]] : unseen[prefix],
        );
        if (permission != null && !viewer.permissions.has(permission)) continue;
        const answer = await askForAll(world.schema, requestOf(), {
          root,
          name: field.name,
          document,
          variables: args,
        });
        for (const leak of leaksOf(JSON.stringify(answer), outside)) leaks.push(`${name} ${last}: ${leak}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(await swept.fingerprint()).toEqual(before);
  });
}

test("X2: a session that has ended or is over, and a key that was revoked or has run out, are nobody's", async () => {
  const system = world.system();
  const owner = world.as("owner@beta.test");
  const open = () => transaction(owner, (tx) => openSession(tx, "a browser", "192.0.2.1"));
  const [ended, idle] = [await open(), await open()];
  expect(await authenticate(system, ended.token)).not.toBeNull();
  await world.database.rows("update session set ended_at = $2 where id = $1", [ended.id, t0]);
  expect(await authenticate(system, ended.token)).toBeNull();
  const input = { name: "Ends", scopes: ["customers_read"], days: 1 };
  const [revoked, runOut] = [await keyFor(input), await keyFor({ ...input, name: "Runs out" })];
  expect(await authenticateKey(system, revoked.token)).not.toBeNull();
  await world.database.rows("update api_key set revoked_at = $2 where client_id = $1", [revoked.clientId, t0]);
  expect(await authenticateKey(system, revoked.token)).toBeNull();
  world.clock.advance({ days: 2 });
  expect(await authenticate(system, idle.token)).toBeNull();
  expect(await authenticateKey(system, runOut.token)).toBeNull();
  world.clock.set(t0);
});

async function keyFor(input: { name: string; scopes: string[]; days: number }) {
  const { clientId, token } = await createApiClient(world.as("owner@beta.test"), { ...input, idempotencyKey: newId() });
  return { clientId, token: token ?? "" };
}
