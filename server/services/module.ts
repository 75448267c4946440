import { ServiceAddonEntity, ServiceEntity, ServiceSecretEntity } from "./service.entity.ts";

export const services = { entities: [ServiceEntity, ServiceAddonEntity, ServiceSecretEntity], resolvers: [] };
