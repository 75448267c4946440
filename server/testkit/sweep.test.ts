import type { GraphQLField } from "graphql";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { publicRootFields } from "../api/public-fields.ts";
import { rootGuards } from "../api/schema.ts";
import type { RequestContext } from "../kernel/context.ts";
import { askForAll, codesOf, type Answer } from "./sweep-ask.ts";
import { documentOf, idPlaces, rootFields, withValue, type IdPlace, type Root } from "./sweep-document.ts";
import { ownChangesNothing } from "./sweep-exceptions.ts";
import { sweepFixtures } from "./sweep-fixtures.ts";
import { prefixByName } from "./sweep-names.ts";
import { openSweepWorld, type SweptPrefix } from "./sweep-world.ts";
import { nothingSpent } from "./world.ts";

const { shop, own, foreign, canaries, customerUser, fingerprint } = await openSweepWorld();
const { world } = shop;
/** How deep everything is asked for; testkit/sweep-actors.test.ts goes deeper. */
const levels = 3;
const fields = rootFields(world.schema);
const documents = new Map(fields.map(({ root, field }) => [field, documentOf(world.schema, root, field, levels)]));
const permissionOf = new Map(rootGuards().map(({ root, field, permission }) => [`${root}.${field}`, permission]));
type Actor = "nobody" | "agent@beta.test" | "owner@beta.test" | "customer";
const people = ["agent@beta.test", "owner@beta.test", "customer"] as const;

function requestOf(actor: Actor): RequestContext {
  if (actor !== "customer") return world.request(actor === "nobody" ? null : actor);
  return { ...world.viewing(customerUser), language: "en", loaders: new Map(), http: null, leftOf: nothingSpent };
}

function ask(
  actor: Actor,
  root: Root,
  field: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const document = documents.get(field)!; // made of the same list
  return askForAll(world.schema, requestOf(actor), { root, name: field.name, document, variables });
}

function fixtureOf(name: string) {
  const fixture = sweepFixtures[name];
  if (fixture === undefined) throw new Error(`${name} is not swept: give it arguments in testkit/sweep-fixtures.ts`);
  return fixture;
}

function prefixOf(name: string, { path }: IdPlace): SweptPrefix | null {
  const last = path.at(-1) ?? "";
  if (last === "idempotencyKey" || name === "Mutation.killLabWorker") return null;
  const prefix = last === "id" ? fixtureOf(name).id : prefixByName[last];
  if (prefix === undefined) throw new Error(`${name}: nothing is known of the id ${path.join(".")}`);
  return prefix;
}

/** What no answer may contain, of what it does. */
function canariesIn(answer: Answer): string[] {
  const text = JSON.stringify(answer);
  return canaries.filter((canary) => text.includes(canary));
}

test("every root field is swept, and nothing else is", () => {
  expect(Object.keys(sweepFixtures).toSorted()).toEqual(
    fields.map(({ root, field }) => `${root}.${field.name}`).toSorted(),
  );
});

test("the things of Acme exist for Acme: what is foreign is not simply absent", async () => {
  for (const [prefix, id] of Object.entries(foreign)) {
    if (["rsv", "ctc", "sit", "ord", "ses", "fac", "ltx", "rcg"].includes(prefix)) continue;
    const { data } = await world.graphql("owner@acme.test", "query ($id: ID!) { node(id: $id) { id } }", { id });
    expect([prefix, data?.["node"]]).toEqual([prefix, { id }]);
  }
});

for (const { root, field } of fields) {
  const name = `${root}.${field.name}`;

  test(`X2: ${name} answers who may ask and nobody else, and tells Beta nothing of Acme`, async () => {
    const args = fixtureOf(name).args(own);
    const permission = permissionOf.get(name) ?? null;
    const before = await fingerprint();
    if (publicRootFields.has(name)) expect(permission).toBeNull();
    else expect(codesOf(await ask("nobody", root, field, args))).toEqual(["UNAUTHENTICATED"]);
    for (const actor of people) {
      const mayAsk = permission === null || (requestOf(actor).viewer?.permissions.has(permission) ?? false);
      if (mayAsk && root === "Mutation") continue; // what goes through is the last test's
      const answer = await ask(actor, root, field, args);
      if (!mayAsk) expect([actor, codesOf(answer)]).toEqual([actor, ["FORBIDDEN"]]);
      expect([actor, canariesIn(answer)]).toEqual([actor, []]);
    }
    expect(await fingerprint()).toEqual(before);
  });
}

/** What an id that does not exist was answered, for the last test. */
interface Refused {
  readonly where: string;
  readonly root: Root;
  readonly field: GraphQLField<unknown, unknown>;
  readonly place: IdPlace;
  readonly prefix: SweptPrefix;
  readonly answer: string;
}
const refusals: Refused[] = [];
/** In whose place ids of several kinds are good. */
const takesManyKinds = new Set(["Query.node", "Query.nodes", "Query.callGuard", "Mutation.setCallGuard"]);

for (const { root, field } of fields) {
  const name = `${root}.${field.name}`;
  for (const place of idPlaces(field)) {
    const prefix = prefixOf(name, place);
    const where = `${name} ${place.path.join(".")}`;
    if (prefix === null) continue;

    test(`X2: ${where} answers ids of another tier, of another kind and of none alike, and writes nothing`, async () => {
      const never = encodeId(prefix, newId());
      const malformed = ["garbage", "", `${prefix}_\u0000${"x".repeat(10_000)}`];
      if (!takesManyKinds.has(name)) malformed.push(prefix === "rsl" ? own.cus : own.rsl);
      const before = await fingerprint();
      const toldApart: string[] = [];
      for (const actor of people) {
        const say = async (id: string): Promise<string> => {
          const args = withValue(fixtureOf(name).args(own, place.path.at(-1)), place.path, place.isList ? [id] : id);
          const answer = await ask(actor, root, field, args);
          expect([actor, id, canariesIn(answer)]).toEqual([actor, id, []]);
          expect([actor, id, codesOf(answer).includes("INTERNAL")]).toEqual([actor, id, false]);
          return JSON.stringify(answer);
        };
        const answer = await say(never);
        if (actor === "owner@beta.test") refusals.push({ where, root, field, place, prefix, answer });
        expect([actor, await say(foreign[prefix])]).toEqual([actor, answer]);
        for (const id of malformed) if ((await say(id)) !== answer) toldApart.push(`${actor} ${id.slice(0, 40)}`);
      }
      expect(toldApart).toEqual([]);
      expect(await fingerprint()).toEqual(before);
    });
  }
}

test(
  "X2: one's own ids in the same places are answered otherwise, so that the sameness above says something",
  { timeout: 120_000 },
  async () => {
    const same: string[] = [];
    for (const { where, root, field, place, prefix, answer } of refusals) {
      const id = own[prefix];
      const args = fixtureOf(`${root}.${field.name}`).args(own, place.path.at(-1));
      const mine = await ask("owner@beta.test", root, field, withValue(args, place.path, place.isList ? [id] : id));
      if (JSON.stringify(mine) === answer) same.push(where);
      expect([where, canariesIn(mine)]).toEqual([where, []]);
    }
    expect(refusals.length).toBeGreaterThan(60);
    expect(same.toSorted()).toEqual([...ownChangesNothing.keys()].toSorted());
  },
);
