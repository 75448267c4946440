import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const agent = "agent@acme.test";
const saoPaulo = { line1: "Praça da Sé, 1", city: "São Paulo", region: "SP", postalCode: "01001-000", country: "BR" };

interface Answer {
  readonly customer: { readonly id: string; readonly version: number; readonly taxNumber: string | null } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

async function send(field: string, type: string, input: object): Promise<Answer> {
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) {
    customer { id version taxNumber } userErrors { code path } } }`;
  const { data, errors } = await world.graphql(agent, document, { input });
  expect(errors).toBeUndefined();
  return data![field] as Answer;
}

const create = (more: object) =>
  send("createCustomer", "CreateCustomerInput", {
    idempotencyKey: newId(),
    kind: "BUSINESS",
    name: "Padaria",
    billingAddress: saoPaulo,
    ...more,
  });
const told = ({ userErrors }: Answer) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);

test("B6: a person in Brazil needs a name and a CPF, a business a name and a CNPJ, and both are stored without marks", async () => {
  expect(told(await create({ name: "", kind: "INDIVIDUAL" }))).toEqual(["REQUIRED name", "REQUIRED taxNumber"]);
  expect(told(await create({ name: "" }))).toEqual(["REQUIRED name", "REQUIRED taxNumber"]);
  expect(told(await create({ taxNumber: "529.982.247-25" }))).toEqual(["INVALID taxNumber"]);
  expect(told(await create({ taxNumber: "11.222.333/0001-82" }))).toEqual(["INVALID taxNumber"]);
  expect(told(await create({ kind: "INDIVIDUAL", taxNumber: "529.982.247-24" }))).toEqual(["INVALID taxNumber"]);
  expect((await create({ taxNumber: "11.222.333/0001-81" })).customer?.taxNumber).toBe("11222333000181");
  expect((await create({ kind: "INDIVIDUAL", taxNumber: "529.982.247-25" })).customer?.taxNumber).toBe("52998224725");
});

test("BX15: a CNPJ with letters is taken, and refused with a wrong check digit", async () => {
  expect((await create({ taxNumber: "12abc34501de35" })).customer?.taxNumber).toBe("12ABC34501DE35");
  expect(told(await create({ taxNumber: "12ABC34501DE36" }))).toEqual(["INVALID taxNumber"]);
});

test("elsewhere a number is asked for where there is one, and never needed", async () => {
  const berlin = { line1: "Lindenstraße 1", city: "Berlin", postalCode: "10969", country: "DE" };
  expect((await create({ billingAddress: berlin })).customer?.taxNumber).toBeNull();
  expect((await create({ billingAddress: berlin, taxNumber: "DE 123 456 789" })).customer?.taxNumber).toBe(
    "DE123456789",
  );
  expect(told(await create({ billingAddress: berlin, kind: "INDIVIDUAL", taxNumber: "1" }))).toEqual([
    "INVALID taxNumber",
  ]);
});

test("a changed number is checked, and the audit trail tells that it changed, not what it is", async () => {
  const { customer } = await create({ kind: "INDIVIDUAL", taxNumber: "52998224725" });
  const update = (more: object) =>
    send("updateCustomer", "UpdateCustomerInput", { id: customer!.id, version: 1, ...more });
  expect(told(await update({ taxNumber: null }))).toEqual(["REQUIRED taxNumber"]);
  expect(told(await update({ taxNumber: "52998224724" }))).toEqual(["INVALID taxNumber"]);
  expect((await update({ taxNumber: "111.444.777-35" })).customer).toMatchObject({
    version: 2,
    taxNumber: "11144477735",
  });
  const entries = await world.database.rows<{ changes: { field: string }[] }>(
    "select changes from audit_entry order by id",
  );
  const changes = entries.flatMap((entry) => entry.changes).filter(({ field }) => field === "taxNumber");
  expect(changes.at(-1)).toEqual({ field: "taxNumber", before: "529…25", after: "111…35" });
  expect(JSON.stringify(entries)).not.toContain("52998224725");
});
