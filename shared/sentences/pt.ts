import { actions } from "./pt/actions.ts";
import { allowances } from "./pt/allowances.ts";
import { billing } from "./pt/billing.ts";
import { billingReports } from "./pt/billing-reports.ts";
import { brands } from "./pt/brands.ts";
import { bulk } from "./pt/bulk.ts";
import { calls } from "./pt/calls.ts";
import { catalog } from "./pt/catalog.ts";
import { charging } from "./pt/charging.ts";
import { connectors } from "./pt/connectors.ts";
import { customerTemplates } from "./pt/customer-templates.ts";
import { customers } from "./pt/customers.ts";
import { developers } from "./pt/developers.ts";
import { failures } from "./pt/failures.ts";
import { identifiers } from "./pt/identifiers.ts";
import { identity } from "./pt/identity.ts";
import { inventory } from "./pt/inventory.ts";
import { kernel } from "./pt/kernel.ts";
import { liveCalls } from "./pt/live-calls.ts";
import { mails } from "./pt/mails.ts";
import { meetings } from "./pt/meetings.ts";
import { onboarding } from "./pt/onboarding.ts";
import { orders } from "./pt/orders.ts";
import { payments } from "./pt/payments.ts";
import { permissions } from "./pt/permissions.ts";
import { playbooks } from "./pt/playbooks.ts";
import { problems } from "./pt/problems.ts";
import { provisioning } from "./pt/provisioning.ts";
import { rates } from "./pt/rates.ts";
import { resellers } from "./pt/resellers.ts";
import { screening } from "./pt/screening.ts";
import { services } from "./pt/services.ts";
import { signUps } from "./pt/sign-up.ts";
import { subscribers } from "./pt/subscribers.ts";
import { words } from "./pt/words.ts";
import type { SentenceKey } from "./en.ts";

export const pt: Record<SentenceKey, string> = {
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
