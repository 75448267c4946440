import { ResellerEntity } from "./reseller.entity.ts";

export const resellers = { entities: [ResellerEntity], resolvers: [] };
