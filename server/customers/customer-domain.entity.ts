import { defineEntity, p } from "@mikro-orm/core";
import { insideTier, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { CustomerEntity } from "./customer.entity.ts";

/** An e-mail domain by which a customer's people are known (MX9); of one customer within a reseller. */
export const CustomerDomainEntity = defineEntity({
  name: "CustomerDomain",
  tableName: "customer_domain",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    domain: p.text(),
  },
  uniques: [{ name: "domain_in_reseller", properties: ["reseller", "domain"] }],
  indexes: [{ name: "customer_domain_of_customer", properties: ["customer"] }],
});
