import { definition as ansible } from "./ansible/definition.ts";
import type { ConnectorDefinition } from "./definition.ts";
import { definition as http } from "./http/definition.ts";
import { definition as mail } from "./mail/definition.ts";
import { definition as ocs } from "./ocs/definition.ts";
import { definition as radius } from "./radius/definition.ts";
import { definition as register } from "./register/definition.ts";
import { definition as sip } from "./sip/definition.ts";
import { definition as webex } from "./webex/definition.ts";

/** Every kind of outside system, in the order in which the console lists them. */
export const connectors: readonly ConnectorDefinition<object>[] = [
  ocs,
  register,
  radius,
  sip,
  mail,
  http,
  webex,
  ansible,
];
