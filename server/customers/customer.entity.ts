import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { customerStates } from "@tierline/shared/customer-state.ts";
import { channels, customerKinds } from "@tierline/shared/kinds.ts";
import { suspensionReasons, type SuspensionReason } from "@tierline/shared/service-state.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { TemplateVersionEntity } from "./onboarding-template.entity.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface AddressValue {
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
}

export const CustomerEntity = defineEntity({
  name: "Customer",
  tableName: "customer",
  ...insideTier,
  properties: {
    /** The path is the customer's own node: `<reseller path>c<number>.` */
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    number: p.integer(),
    kind: oneOf("kind", customerKinds),
    name: p.text(),
    /** The name folded, by which lists are ordered: a stored column, since `lower(name)` would keep paging from its index. */
    sortName: p.text().collation("C"),
    /** What the customer is found by (customers/tokens.ts): the source of the rows of customer_token, read by who changes them. */
    tokens: p.array().columnType("text[]").lazy(),
    email: p.text().nullable(),
    /** As typed; searches see its digits as tokens. */
    phone: p.text().nullable(),
    state: oneOf("state", customerStates),
    suspensionReasons: p
      .array()
      .columnType("text[]")
      .$type<SuspensionReason[]>()
      .check(`suspension_reasons <@ array[${suspensionReasons.map((reason) => `'${reason}'`).join(", ")}]::text[]`),
    homeCountry: p.text(),
    language: p.text(),
    tags: p.array().columnType("text[]"),
    attributes: p.json<{ key: string; value: string }[]>(),
    /** Under which it pays taxes, as `taxNumberRule` stores it. */
    taxNumber: p.text().nullable(),
    billingAddress: p.json<AddressValue>().nullable(),
    /** How many lines it may have at most; null: nobody has said. */
    linesMax: p.integer().nullable().check("lines_max >= 0 and lines_max <= 10000"),
    /** The onboarding template by which it was created, as it was then. */
    templateVersion: () => p.manyToOne(TemplateVersionEntity).mapToPk().nullable().deleteRule("no action"),
    /** It was onboarded with its support contacts, of which the last of each that it has to have stays. */
    keepsSupport: p.boolean().default(false),
    /** It is its reseller's own organisation (C7). */
    isInternal: p.boolean().default(false),
    /** What whoever created it calls it, once at its reseller; with what was asked for then (CX3). */
    externalId: p.text().nullable(),
    externalDigest: p.text().nullable(),
    createdVia: oneOf("created_via", channels),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "customer_number", properties: ["reseller", "number"] }],
  indexes: [
    { name: "customer_path", properties: ["path"] },
    { name: "customer_by_name", properties: ["sortName", "id"] },
    { name: "customer_by_number", properties: ["number", "path"] },
    { name: "customer_of_template", properties: ["templateVersion"], where: "template_version_id is not null" },
    { name: "customer_by_age", properties: ["createdAt", "id"] },
    { name: "customer_out_of_balance", properties: ["id"], where: "'BALANCE' = any(suspension_reasons)" },
    {
      name: "customer_external_id",
      expression: `create unique index "customer_external_id" on "customer" ("reseller_id", "external_id") where external_id is not null`,
    },
    { name: "customer_waiting", properties: ["id"], where: "state = 'WAITING'" },
    { name: "customer_not_compliant", properties: ["id"], where: "'COMPLIANCE' = any(suspension_reasons)" },
  ],
});
export type CustomerRow = InferEntity<typeof CustomerEntity>;
