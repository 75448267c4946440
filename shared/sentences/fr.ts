import { actions } from "./fr/actions.ts";
import { allowances } from "./fr/allowances.ts";
import { billing } from "./fr/billing.ts";
import { billingReports } from "./fr/billing-reports.ts";
import { brands } from "./fr/brands.ts";
import { bulk } from "./fr/bulk.ts";
import { calls } from "./fr/calls.ts";
import { catalog } from "./fr/catalog.ts";
import { charging } from "./fr/charging.ts";
import { connectors } from "./fr/connectors.ts";
import { customerTemplates } from "./fr/customer-templates.ts";
import { customers } from "./fr/customers.ts";
import { developers } from "./fr/developers.ts";
import { failures } from "./fr/failures.ts";
import { identifiers } from "./fr/identifiers.ts";
import { identity } from "./fr/identity.ts";
import { inventory } from "./fr/inventory.ts";
import { kernel } from "./fr/kernel.ts";
import { liveCalls } from "./fr/live-calls.ts";
import { mails } from "./fr/mails.ts";
import { meetings } from "./fr/meetings.ts";
import { onboarding } from "./fr/onboarding.ts";
import { orders } from "./fr/orders.ts";
import { payments } from "./fr/payments.ts";
import { permissions } from "./fr/permissions.ts";
import { playbooks } from "./fr/playbooks.ts";
import { problems } from "./fr/problems.ts";
import { provisioning } from "./fr/provisioning.ts";
import { rates } from "./fr/rates.ts";
import { resellers } from "./fr/resellers.ts";
import { screening } from "./fr/screening.ts";
import { services } from "./fr/services.ts";
import { signUps } from "./fr/sign-up.ts";
import { subscribers } from "./fr/subscribers.ts";
import { words } from "./fr/words.ts";
import type { SentenceKey } from "./en.ts";

export const fr: Record<SentenceKey, string> = {
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
