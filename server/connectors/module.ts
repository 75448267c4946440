import { probeDueConnectors } from "./check-connector.ts";
import { ConnectorEntity } from "./connector.entity.ts";
import { ConnectorResolver } from "./connector.resolver.ts";
import { LabResolver } from "./lab.resolver.ts";
import { PostalCodeResolver } from "./postal/postal-code.resolver.ts";

export const connectors = {
  entities: [ConnectorEntity],
  resolvers: [ConnectorResolver, LabResolver, PostalCodeResolver],
  sweeps: [{ key: "connector-health", everySeconds: 5, run: probeDueConnectors }],
};
