import { afterAll, beforeEach, expect, test } from "vitest";
import { setInstallation } from "../../kernel/installation.ts";
import { thirdParty } from "../../testkit/third-party.ts";
import { testWorld } from "../../testkit/world.ts";
import { postalAnswer } from "../lab/postal-codes.ts";

const world = await testWorld();
const provider = await thirdParty();
afterAll(() => {
  provider.close();
  setInstallation({ postalUrl: null });
});

const tell = (digits: string): void => {
  const { status, body } = postalAnswer(`/ws/${digits}/json/`)!;
  provider.answer = { status, body: JSON.stringify(body) };
};
// A path of its own for each test, so that nothing is known from before.
let tests = 0;
beforeEach(() => {
  provider.received = [];
  provider.patience = Promise.resolve();
  tell("01001000");
  setInstallation({ postalUrl: `http://${provider.host}/${(tests += 1)}` });
});

async function lookUp(postalCode: string, country = "BR", user = "agent@acme.test") {
  const { data, errors } = await world.graphql(
    user,
    `query ($country: String!, $postalCode: String!) { postalCodeLookup(country: $country, postalCode: $postalCode) {
      outcome place { line1 line2 city region } } }`,
    { country, postalCode },
  );
  expect(errors).toBeUndefined();
  return data!["postalCodeLookup"] as { outcome: string; place: object | null };
}

const square = { line1: "Praça da Sé", line2: "Sé", city: "São Paulo", region: "SP" };

test("B7: a CEP with or without its dash tells street, quarter, city and state, and is asked for once", async () => {
  expect(await lookUp("01001-000")).toEqual({ outcome: "FOUND", place: square });
  expect(await lookUp("01001000", "br")).toEqual({ outcome: "FOUND", place: square });
  expect(provider.received.map(({ path }) => path)).toEqual([`/${tests}/ws/01001000/json/`]);
});

test("B7: an unknown code is said to be unknown, and what cannot be one is not asked for", async () => {
  tell("99999999");
  expect(await lookUp("99999-999")).toEqual({ outcome: "UNKNOWN", place: null });
  expect(await lookUp("../../x")).toEqual({ outcome: "UNKNOWN", place: null });
  expect(await lookUp("1234567")).toEqual({ outcome: "UNKNOWN", place: null });
  expect(provider.received).toHaveLength(1);
});

test("B7: a provider that is down, or talks nonsense, is told as such and asked again the next time", async () => {
  for (const answer of [{ status: 500 }, { status: 200, body: "<html>" }, { status: 200, body: "x".repeat(50_000) }]) {
    provider.answer = answer;
    expect(await lookUp("01001000")).toEqual({ outcome: "UNAVAILABLE", place: null });
  }
  tell("01001000");
  expect((await lookUp("01001000")).outcome).toBe("FOUND");
  setInstallation({ postalUrl: "http://127.0.0.1:9" });
  expect((await lookUp("01001000")).outcome).toBe("UNAVAILABLE");
});

test("B7: a provider that does not answer is not waited for", async () => {
  const held = Promise.withResolvers<undefined>();
  provider.patience = held.promise;
  expect((await lookUp("01310100")).outcome).toBe("UNAVAILABLE");
  held.resolve(undefined);
});

test("without a provider, or for another country, nobody is asked", async () => {
  expect((await lookUp("10115", "DE")).outcome).toBe("UNAVAILABLE");
  setInstallation({ postalUrl: null });
  expect((await lookUp("01001000")).outcome).toBe("UNAVAILABLE");
  expect(provider.received).toEqual([]);
});
