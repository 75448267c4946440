import type billing from "./en/billing.json";
import type catalog from "./en/catalog.json";
import type lines from "./en/lines.json";
import type inventory from "./en/inventory.json";
import type audit from "./en/audit.json";
import type assign from "./en/assign.json";
import type connectors from "./en/connectors.json";
import type apiChanges from "./en/api-changes.json";
import type apiLimits from "./en/api-limits.json";
import type developers from "./en/developers.json";
import type webhooks from "./en/webhooks.json";
import type playbooks from "./en/playbooks.json";
import type runs from "./en/runs.json";
import type rows from "./en/rows.json";
import type customers from "./en/customers.json";
import type problems from "./en/problems.json";
import type rates from "./en/rates.json";
import type resellers from "./en/resellers.json";
import type services from "./en/services.json";
import type account from "./en/account.json";
import type people from "./en/people.json";
import type roles from "./en/roles.json";
import type presets from "./en/presets.json";
import type portal from "./en/portal.json";
import type home from "./en/home.json";
import type shell from "./en/shell.json";
import type words from "./en/words.json";
import type { identifiers } from "../../shared/sentences/en/identifiers.ts";
import type { permissions } from "../../shared/sentences/en/permissions.ts";
import type signIn from "./en/sign-in.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    returnNull: false;
    /** One line a namespace: keys are checked where they are used. */
    resources: {
      assign: typeof assign;
      audit: typeof audit;
      billing: typeof billing;
      catalog: typeof catalog;
      inventory: typeof inventory;
      lines: typeof lines;
      connectors: typeof connectors;
      "api-changes": typeof apiChanges;
      "api-limits": typeof apiLimits;
      developers: typeof developers;
      webhooks: typeof webhooks;
      playbooks: typeof playbooks;
      runs: typeof runs;
      rows: typeof rows;
      customers: typeof customers;
      services: typeof services;
      home: typeof home;
      portal: typeof portal;
      presets: typeof presets;
      account: typeof account;
      people: typeof people;
      roles: typeof roles;
      identifiers: typeof identifiers;
      permissions: typeof permissions;
      problems: typeof problems;
      rates: typeof rates;
      resellers: typeof resellers;
      shell: typeof shell;
      words: typeof words;
      "sign-in": typeof signIn;
    };
  }
}
