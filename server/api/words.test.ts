import { assertInterfaceType, isNonNullType, isObjectType } from "graphql";
import { say } from "@tierline/shared/sentence.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { AccessError, Refusals, Rejection } from "../kernel/rejection.ts";
import { givePasswords, liveServer, type HttpAnswer } from "../testkit/live-server.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());

const agent = "agent@acme.test";
const needsSignIn = "{ resellers(first: 1) { nodes { id } } }";
const tooMany = "{ resellers(first: 1000) { nodes { id } } }";
const inFrench = "« first » va de 1 à 100 ; demandez la page suivante avec « after ».";
const inEnglish = '"first" must be between 1 and 100; ask for the next page with "after".';

const plain = (text: string | undefined): string => text?.replace(/[\u00a0\u202f]/g, " ") ?? "";
const saidBy = ({ errors }: HttpAnswer): string => plain(errors[0]?.message);

test("the server speaks the language of the request, and English to who names none that it speaks", async () => {
  const asked = (language: string) => server.post({ query: needsSignIn }, { "accept-language": language });
  expect(saidBy(await asked("fr-CA, en;q=0.5"))).toBe("Connectez-vous d’abord.");
  expect(saidBy(await asked("de-AT"))).toBe("Melden Sie sich zuerst an.");
  expect(saidBy(await asked("pt-BR"))).toBe("Entre primeiro.");
  expect(saidBy(await asked("nl"))).toBe("Sign in first.");
  const answer = await server.post({ query: needsSignIn });
  expect(answer.errors[0]).toMatchObject({
    message: "Sign in first.",
    extensions: { code: "UNAUTHENTICATED", messageKey: "access.signIn" },
  });
});

test("what a person has set for themselves goes before what a request names, until they take it back", async () => {
  const cookie = await server.signIn(agent);
  const set =
    "mutation ($input: SetLanguageInput!) { setLanguage(input: $input) { user { language } userErrors { code } } }";
  const setTo = (language: string | null) =>
    server.post({ query: set, variables: { input: { language } } }, { cookie });
  const ask = (language: string) => server.post({ query: tooMany }, { cookie, "accept-language": language });
  expect(saidBy(await ask("en"))).toBe(inEnglish);
  expect((await setTo("FR")).data).toEqual({ setLanguage: { user: { language: "FR" }, userErrors: [] } });
  expect(saidBy(await ask("en"))).toBe(inFrench);
  const { data } = await server.post({ query: "{ viewer { user { language } } }" }, { cookie });
  expect(data).toEqual({ viewer: { user: { language: "FR" } } });
  await setTo(null);
  expect(saidBy(await ask("en"))).toBe(inEnglish);
  const entries = await world.database.rows(
    "select actor, changes from audit_entry where operation = 'user.setLanguage' order by at, id",
  );
  expect(entries).toMatchObject([
    { changes: [{ field: "language", before: null, after: "fr" }] },
    { changes: [{ field: "language", before: "fr", after: null }] },
  ]);
});

test("a socket speaks the language that the page names when it connects", async () => {
  const cookie = await server.signIn(agent);
  const socket = server.socket({ cookie, "accept-language": "en" });
  expect(await socket.hello({ language: "fr" })).toBe(true);
  socket.subscribe("1", "subscription ($id: ID!) { provisioningRun(id: $id) { id } }", {
    id: encodeId("run", newId()),
  });
  const message = await socket.next(({ id }) => id === "1");
  expect(JSON.stringify(message?.payload)).toContain("Rien n’existe pour vous sous cet identifiant.");
  socket.cut();
});

test("every mutation says its refusals as sentences that bear their key", () => {
  const refused = assertInterfaceType(world.schema.getType("UserError"));
  for (const type of [refused, ...world.schema.getPossibleTypes(refused)]) {
    for (const name of ["code", "message", "messageKey"])
      expect([type.name, name, isNonNullType(type.getFields()[name]?.type)]).toEqual([type.name, name, true]);
  }
  for (const { name, type } of Object.values(world.schema.getMutationType()?.getFields() ?? {})) {
    const payload = isNonNullType(type) ? type.ofType : type;
    const errors = isObjectType(payload) ? payload.getFields()["userErrors"] : undefined;
    expect([name, String(errors?.type)]).toEqual([name, "[UserError!]!"]);
  }
});

test("what is refused is refused by a sentence of the catalogue, not by words: the compiler sees to it", () => {
  const refusals = new Refusals();
  // @ts-expect-error -- words of one language
  refusals.add("INVALID", "Not so.", "name");
  // @ts-expect-error -- words of one language
  expect(() => new Rejection({ code: "INVALID", message: "Not so." })).not.toThrow();
  // @ts-expect-error -- words of one language
  expect(() => new AccessError("FORBIDDEN", "Not so.")).not.toThrow();
  // @ts-expect-error -- no such sentence
  expect(say("item.takn", { item: "SIM" })).toBeDefined();
  // @ts-expect-error -- another value than the sentence names
  expect(say("item.taken", { itm: "SIM" })).toBeDefined();
});
