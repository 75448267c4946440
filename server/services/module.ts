import { ServiceAddonEntity, ServiceEntity } from "./service.entity.ts";

export const services = { entities: [ServiceEntity, ServiceAddonEntity], resolvers: [] };
