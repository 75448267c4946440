import { deckBytesMax, deckImportsPerMinute } from "@tierline/shared/limits.ts";
import { newId } from "@tierline/shared/id.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
beforeEach(() => world.clock.advance({ minutes: 5 })); // every allowance is whole again

const file = "prefix,destination,rate\n44,UK,0.01\n";
const cookies = new Map<string, string>();

async function send(who: string | null, body: string, more: { query?: string; headers?: Record<string, string> } = {}) {
  if (who !== null && !cookies.has(who)) cookies.set(who, await server.signIn(who));
  const response = await fetch(`${server.api.url}/rate-decks${more.query ?? ""}`, {
    method: "POST",
    headers: {
      "content-type": "text/csv",
      "idempotency-key": newId(),
      ...(who !== null && { cookie: cookies.get(who)! }),
      ...more.headers,
    },
    body,
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return { status: response.status, ...answer };
}

test("a file becomes a planned deck, the same file under the same key the same one, another file a conflict", async () => {
  const headers = { "idempotency-key": newId() };
  const made = await send("owner@acme.test", file, { headers, query: "?fileName=uk.csv" });
  expect(made).toMatchObject({ status: 200, id: expect.stringMatching(/^rdk_/), problems: [], wrongLines: 0 });
  expect(await send("owner@acme.test", file, { headers, query: "?fileName=uk.csv" })).toEqual(made);
  expect(await send("owner@acme.test", `${file}45,Denmark,1`, { headers, query: "?fileName=uk.csv" })).toMatchObject({
    status: 409,
    code: "IDEMPOTENCY_MISMATCH",
  });
  const { data } = await world.graphql("owner@acme.test", "{ rateDecks(first: 5) { nodes { id fileName state } } }");
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    rateDecks: { nodes: [{ id: made["id" as keyof typeof made], fileName: "uk.csv", state: "PLANNED" }] },
  });
});

test("wrong lines are told in the reader's language, and nothing is kept", async () => {
  const headers = { "accept-language": "fr" };
  const answer = await send("owner@beta.test", "prefix,rate\n44,0;1\n", { headers, query: "?separator=," });
  expect(answer).toMatchObject({ status: 422, id: null, wrongLines: 1 });
  expect(answer).toMatchObject({
    problems: [{ line: 2, column: "rate_per_minute", message: expect.stringMatching(/n’est pas un nombre/) }],
  });
  expect(
    await world.database.rows("select 1 from rate_deck d join reseller r on r.id = d.reseller_id where r.key = 'beta'"),
  ).toEqual([]);
});

test("who may not, who is nobody, who sends something else and who sends too much are refused before anything is read", async () => {
  expect(await send(null, file)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  expect(await send("agent@acme.test", file)).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect(await send("owner@acme.test", file, { query: "?separator=x" })).toMatchObject({ status: 400 });
  expect(await send("owner@acme.test", file, { query: "?what=1" })).toMatchObject({ status: 400 });
  expect(await send("owner@acme.test", file, { headers: { "idempotency-key": "" } })).toMatchObject({ status: 400 });
  expect(await send("owner@acme.test", file, { headers: { "content-type": "text/plain" } })).toMatchObject({
    status: 415,
  });
  expect(await send("owner@acme.test", file, { headers: { origin: "https://elsewhere.example" } })).toMatchObject({
    status: 403,
  });
  expect((await send("owner@acme.test", "x".repeat(deckBytesMax + 1))).status).toBe(413);
  const refused = await world.database.rows(
    "select outcome, actor from audit_entry where operation = 'rateDeck.import' and outcome = 'REFUSED'",
  );
  expect(refused).toEqual([{ outcome: "REFUSED", actor: "Amy Agent" }]);
});

test("somebody who sends file after file is told to wait", async () => {
  const statuses: number[] = [];
  for (let round = 0; round <= deckImportsPerMinute; round += 1)
    statuses.push((await send("owner@nord.test", "x")).status);
  expect(statuses.slice(0, -1).every((status) => status === 422)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});
