import { encodeId } from "@tierline/shared/id.ts";
import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { say } from "@tierline/shared/sentence.ts";
import { createCustomer, type CreateCustomerInput } from "../customers/create-customer.ts";
import { Rejection } from "../kernel/rejection.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";

const kinds: ReadonlyMap<string, CustomerKind> = new Map([
  ["business", "BUSINESS"],
  ["company", "BUSINESS"],
  ["b", "BUSINESS"],
  ["individual", "INDIVIDUAL"],
  ["person", "INDIVIDUAL"],
  ["i", "INDIVIDUAL"],
]);

function kindOf({ kind = "business" }: Cells): CustomerKind {
  const known = kinds.get(kind.toLowerCase());
  if (known !== undefined) return known;
  throw new Rejection({ code: "INVALID", message: say("bulk.customerKind"), path: ["kind"] });
}

function inputOf(cells: Cells, idempotencyKey: string): CreateCustomerInput {
  const { street, city, postal_code: postalCode, region, home_country: country, tags } = cells;
  const hasAddress = [street, city, postalCode].some((cell) => cell !== undefined);
  return {
    idempotencyKey,
    kind: kindOf(cells),
    name: cells["name"] ?? "",
    email: cells["email"] ?? null,
    phone: cells["phone"] ?? null,
    language: cells["language"] ?? null,
    taxNumber: cells["tax_number"] ?? null,
    homeCountry: country ?? "",
    billingAddress: hasAddress
      ? {
          line1: street ?? "",
          city: city ?? "",
          postalCode: postalCode ?? null,
          region: region ?? null,
          country: country ?? "",
        }
      : null,
    tags: tags?.split(/[,;|]/).flatMap((tag) => (tag.trim() === "" ? [] : [tag.trim()])) ?? null,
    attributes: cells["reference"] === undefined ? null : [{ key: "reference", value: cells["reference"] }],
  };
}

export const createCustomers: BulkDoer = {
  kind: "CUSTOMERS",
  columnOf: { line1: "street", country: "home_country", value: "reference", key: "reference" },
  async rehearse(context, cells) {
    await takenBack(context, (trial) => createCustomer(trial, inputOf(cells, "rehearsal")));
    return {};
  },
  async perform(context, { cells, idempotencyKey }) {
    const id = await createCustomer(context, inputOf(cells, idempotencyKey));
    return { resultId: encodeId("cus", id), runId: null };
  },
};
