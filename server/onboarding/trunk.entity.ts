import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { sipPortMax, transports } from "@tierline/shared/onboarding.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import type { SipAnswer } from "@tierline/shared/sip-answer.ts";

/** The way to a customer's PBX. */
export const PbxTrunkEntity = defineEntity({
  name: "PbxTrunk",
  tableName: "pbx_trunk",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    /** An IP address or a host name. */
    ipAddress: p.text(),
    sipPort: p.integer().check(`sip_port >= 1 and sip_port <= ${sipPortMax}`),
    transport: oneOf("transport", transports),
    description: p.text(),
    /** Whom the PBX serves; null where nobody has said. */
    users: p.integer().nullable(),
    pbxUser: p.text(),
    gatewayUser: p.text(),
    /** Neither is ever read back: they are opened to sign in, and for nothing else (MX12). */
    sealedPbxPassword: p.text().nullable(),
    sealedGatewayPassword: p.text().nullable(),
    /** What came of asking it last; null when it was not asked since it was changed. */
    answer: p.json<SipAnswer>().nullable(),
    askedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
  uniques: [{ name: "pbx_trunk_once", properties: ["customer"] }],
  indexes: [{ name: "pbx_trunk_path", properties: ["path", "id"] }],
});
export type PbxTrunkRow = InferEntity<typeof PbxTrunkEntity>;
