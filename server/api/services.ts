import type { GraphQLSchema } from "graphql";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Pace } from "../developers/pace.ts";
import type { RequestLog } from "../developers/request-log.ts";
import type { Changes } from "../kernel/changes.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Config } from "../kernel/config.ts";
import type { Log } from "../kernel/log.ts";
import type { ProvisioningParts } from "../provisioning/parts.ts";
import type { Vault } from "../kernel/vault.ts";

/** What a process holds for as long as it lives. */
export interface Services {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  /** Verbs that plan, start or operate runs find these in their context. */
  readonly provisioning: ProvisioningParts;
}

export interface ApiServices extends Services {
  readonly schema: GraphQLSchema;
  /** Where the built console lies; null serves the API alone. */
  readonly consoleFolder: string | null;
  /** Where the console is while it is developed: its pages lead there. Null serves them from the folder. */
  readonly consoleAddress: string | null;
  /** Names and addresses that may be shown before sign-in, in the demo world only. */
  readonly demoAccounts: readonly { email: string; name: string; role: string }[] | null;
}

/** What the two ways in share besides: how much each program has asked, and the log of it. */
export interface ApiDesk extends ApiServices {
  readonly pace: Pace;
  readonly requests: RequestLog;
}
