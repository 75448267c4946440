import { actions } from "./de/actions.ts";
import { allowances } from "./de/allowances.ts";
import { billing } from "./de/billing.ts";
import { billingReports } from "./de/billing-reports.ts";
import { brands } from "./de/brands.ts";
import { bulk } from "./de/bulk.ts";
import { calls } from "./de/calls.ts";
import { catalog } from "./de/catalog.ts";
import { charging } from "./de/charging.ts";
import { connectors } from "./de/connectors.ts";
import { customerTemplates } from "./de/customer-templates.ts";
import { customers } from "./de/customers.ts";
import { developers } from "./de/developers.ts";
import { failures } from "./de/failures.ts";
import { identifiers } from "./de/identifiers.ts";
import { identity } from "./de/identity.ts";
import { inventory } from "./de/inventory.ts";
import { kernel } from "./de/kernel.ts";
import { liveCalls } from "./de/live-calls.ts";
import { mails } from "./de/mails.ts";
import { meetings } from "./de/meetings.ts";
import { onboarding } from "./de/onboarding.ts";
import { orders } from "./de/orders.ts";
import { payments } from "./de/payments.ts";
import { permissions } from "./de/permissions.ts";
import { playbooks } from "./de/playbooks.ts";
import { problems } from "./de/problems.ts";
import { provisioning } from "./de/provisioning.ts";
import { rates } from "./de/rates.ts";
import { resellers } from "./de/resellers.ts";
import { screening } from "./de/screening.ts";
import { services } from "./de/services.ts";
import { signUps } from "./de/sign-up.ts";
import { subscribers } from "./de/subscribers.ts";
import { words } from "./de/words.ts";
import type { SentenceKey } from "./en.ts";

export const de: Record<SentenceKey, string> = {
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
