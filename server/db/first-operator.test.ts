import { expect, test } from "vitest";
import { testWorld } from "../testkit/world.ts";
import { isEmpty } from "./demo.ts";
import { plantFirstOperator } from "./first-operator.ts";

const world = await testWorld();

test("an empty database gets its root and one operator, who can sign in; the password stands nowhere", async () => {
  await world.database.rows("truncate reseller, app_user cascade");
  expect(await isEmpty(world.system())).toBe(true);
  const { email, password } = await plantFirstOperator(world.system());
  expect(await isEmpty(world.system())).toBe(false);
  const { data } = await world.graphql(
    null,
    "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { role } tierPath { key } } userErrors { code } } }",
    { input: { email, password } },
  );
  expect(data?.["signIn"]).toEqual({
    viewer: { user: { role: "OPERATOR" }, tierPath: [{ key: "operator" }] },
    userErrors: [],
  });
  const [kept] = await world.database.rows<{ hash: string }>("select password_hash as hash from credential");
  expect(kept?.hash).toMatch(/^\$argon2id\$/);
});
