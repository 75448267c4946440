import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { insertCustomers } from "../customers/insert-customers.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { buyerOf } from "./invoiced-buyer.ts";
import { partyLines } from "./sheet.ts";

const world = await testWorld();

test("B6: an invoice tells the buyer's tax number with its name and its marks, and the address as it is written there", async () => {
  const line = { line1: "Praça da Sé, 1", line2: null, city: "São Paulo", region: "SP", postalCode: "01001-000" };
  const bakery = {
    ...customersOfTests.johnson,
    id: newId(),
    number: 4_711,
    name: "Padaria",
    homeCountry: "BR",
    taxNumber: "12ABC34501DE35",
    billingAddress: { ...line, country: "BR" },
  };
  await insertCustomers(world.system().em, [bakery]);
  const { facts } = await buyerOf(world.system(), pathOf(bakery));
  expect(facts.taxNumber).toBe("CNPJ 12.ABC.345/01DE-35");
  expect(partyLines(facts, "en")).toEqual([
    "Padaria",
    "Praça da Sé, 1",
    "São Paulo-SP",
    "01001-000",
    "Brazil",
    "CNPJ 12.ABC.345/01DE-35",
  ]);
  const { taxNumber: _, ...before } = facts;
  expect(partyLines(before, "en").at(-1)).toBe("Brazil");
});
