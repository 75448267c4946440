import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { createUser, type CreateUserInput } from "./create-user.ts";

const world = await testWorld();
const good: CreateUserInput = {
  resellerId: resellersOfTests.acme.id,
  email: "Anna@Shop.test",
  name: "Anna",
  role: "AGENT",
  password: "twelve letters",
};
const create = (input: Partial<CreateUserInput> = {}, user = "owner@acme.test") =>
  transaction(world.as(user), (tx) => createUser(tx, { ...good, ...input }));
const users = async () =>
  (await world.database.rows("select 1 from app_user union all select 1 from credential")).length;

async function codes(input: Partial<CreateUserInput>): Promise<string[]> {
  const before = await users();
  const refusal: unknown = await create(input).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Rejection);
  expect(await users()).toBe(before);
  return (refusal as Rejection).refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
}

test("a person is created with a hash, an e-mail in one form, and an audit entry without the password", async () => {
  const id = await create();
  const [row] = await world.database.rows(
    "select u.email, u.path, c.password_hash from app_user u join credential c on c.user_id = u.id where u.id = $1",
    [id],
  );
  expect(row).toMatchObject({
    email: "anna@shop.test",
    path: "r1.r2.r3.",
    password_hash: expect.stringMatching(/^\$argon2id\$/),
  });
  const [entry] = await world.database.rows<{ actor: string; operation: string }>(
    "select * from audit_entry where subject_id = $1",
    [id],
  );
  expect(entry).toMatchObject({ operation: "user.create", actor: "Anna Acme", path: "r1.r2.r3." });
  expect(JSON.stringify(entry)).not.toContain(good.password);
});

test("the same e-mail is taken at one reseller and free at another", async () => {
  expect(await codes({ email: "ANNA@shop.test " })).toEqual(["TAKEN email"]);
  await create({ resellerId: resellersOfTests.acmeNorth.id });
});

test("every field that is wrong is named", async () => {
  expect(await codes({ email: "no mail", name: " ", password: "short" })).toEqual([
    "REQUIRED name",
    "INVALID email",
    "INVALID password",
  ]);
  expect(await codes({ email: "new@shop.test", password: "x".repeat(129) })).toEqual(["TOO_LONG password"]);
  expect(await codes({ email: "new@shop.test", role: "CUSTOMER_USER" })).toEqual(["INVALID customerId"]);
});

test("nobody creates people outside their tier", async () => {
  const before = await users();
  await expect(create({ resellerId: resellersOfTests.beta.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(create({ resellerId: resellersOfTests.nord.id, email: "up@shop.test" })).rejects.toThrow();
  expect(await users()).toBe(before);
});
