import { actions } from "./en/actions.ts";
import { allowances } from "./en/allowances.ts";
import { billing } from "./en/billing.ts";
import { billingReports } from "./en/billing-reports.ts";
import { brands } from "./en/brands.ts";
import { bulk } from "./en/bulk.ts";
import { calls } from "./en/calls.ts";
import { catalog } from "./en/catalog.ts";
import { charging } from "./en/charging.ts";
import { connectors } from "./en/connectors.ts";
import { customerTemplates } from "./en/customer-templates.ts";
import { customers } from "./en/customers.ts";
import { developers } from "./en/developers.ts";
import { failures } from "./en/failures.ts";
import { identifiers } from "./en/identifiers.ts";
import { identity } from "./en/identity.ts";
import { inventory } from "./en/inventory.ts";
import { kernel } from "./en/kernel.ts";
import { liveCalls } from "./en/live-calls.ts";
import { mails } from "./en/mails.ts";
import { meetings } from "./en/meetings.ts";
import { onboarding } from "./en/onboarding.ts";
import { orders } from "./en/orders.ts";
import { payments } from "./en/payments.ts";
import { permissions } from "./en/permissions.ts";
import { playbooks } from "./en/playbooks.ts";
import { problems } from "./en/problems.ts";
import { provisioning } from "./en/provisioning.ts";
import { rates } from "./en/rates.ts";
import { resellers } from "./en/resellers.ts";
import { screening } from "./en/screening.ts";
import { services } from "./en/services.ts";
import { signUps } from "./en/sign-up.ts";
import { subscribers } from "./en/subscribers.ts";
import { words } from "./en/words.ts";

export const en = {
  ...actions,
  ...allowances,
  ...billing,
  ...billingReports,
  ...brands,
  ...bulk,
  ...calls,
  ...catalog,
  ...charging,
  ...connectors,
  ...customerTemplates,
  ...customers,
  ...developers,
  ...failures,
  ...identifiers,
  ...identity,
  ...inventory,
  ...kernel,
  ...liveCalls,
  ...mails,
  ...meetings,
  ...onboarding,
  ...orders,
  ...payments,
  ...permissions,
  ...playbooks,
  ...problems,
  ...provisioning,
  ...rates,
  ...resellers,
  ...screening,
  ...services,
  ...signUps,
  ...subscribers,
  ...words,
};

export type SentenceKey = keyof typeof en;
