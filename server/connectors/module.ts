import { ConnectorEntity } from "./connector.entity.ts";

export const connectors = { entities: [ConnectorEntity], resolvers: [] };
