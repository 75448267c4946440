import { actions as actionsEn } from "./en/actions.ts";
import { allowances as allowancesEn } from "./en/allowances.ts";
import { billing as billingEn } from "./en/billing.ts";
import { calls as callsEn } from "./en/calls.ts";
import { catalog as catalogEn } from "./en/catalog.ts";
import { charging as chargingEn } from "./en/charging.ts";
import { connectors as connectorsEn } from "./en/connectors.ts";
import { customers as customersEn } from "./en/customers.ts";
import { developers as developersEn } from "./en/developers.ts";
import { failures as failuresEn } from "./en/failures.ts";
import { identifiers as identifiersEn } from "./en/identifiers.ts";
import { identity as identityEn } from "./en/identity.ts";
import { inventory as inventoryEn } from "./en/inventory.ts";
import { kernel as kernelEn } from "./en/kernel.ts";
import { liveCalls as liveCallsEn } from "./en/live-calls.ts";
import { orders as ordersEn } from "./en/orders.ts";
import { payments as paymentsEn } from "./en/payments.ts";
import { permissions as permissionsEn } from "./en/permissions.ts";
import { playbooks as playbooksEn } from "./en/playbooks.ts";
import { problems as problemsEn } from "./en/problems.ts";
import { provisioning as provisioningEn } from "./en/provisioning.ts";
import { rates as ratesEn } from "./en/rates.ts";
import { resellers as resellersEn } from "./en/resellers.ts";
import { services as servicesEn } from "./en/services.ts";
import { words as wordsEn } from "./en/words.ts";
import { actions as actionsFr } from "./fr/actions.ts";
import { allowances as allowancesFr } from "./fr/allowances.ts";
import { billing as billingFr } from "./fr/billing.ts";
import { calls as callsFr } from "./fr/calls.ts";
import { catalog as catalogFr } from "./fr/catalog.ts";
import { charging as chargingFr } from "./fr/charging.ts";
import { connectors as connectorsFr } from "./fr/connectors.ts";
import { customers as customersFr } from "./fr/customers.ts";
import { developers as developersFr } from "./fr/developers.ts";
import { failures as failuresFr } from "./fr/failures.ts";
import { identifiers as identifiersFr } from "./fr/identifiers.ts";
import { identity as identityFr } from "./fr/identity.ts";
import { inventory as inventoryFr } from "./fr/inventory.ts";
import { kernel as kernelFr } from "./fr/kernel.ts";
import { liveCalls as liveCallsFr } from "./fr/live-calls.ts";
import { orders as ordersFr } from "./fr/orders.ts";
import { payments as paymentsFr } from "./fr/payments.ts";
import { permissions as permissionsFr } from "./fr/permissions.ts";
import { playbooks as playbooksFr } from "./fr/playbooks.ts";
import { problems as problemsFr } from "./fr/problems.ts";
import { provisioning as provisioningFr } from "./fr/provisioning.ts";
import { rates as ratesFr } from "./fr/rates.ts";
import { resellers as resellersFr } from "./fr/resellers.ts";
import { services as servicesFr } from "./fr/services.ts";
import { words as wordsFr } from "./fr/words.ts";
import type { Language } from "../language.ts";

const en = {
  ...actionsEn,
  ...allowancesEn,
  ...billingEn,
  ...callsEn,
  ...catalogEn,
  ...chargingEn,
  ...connectorsEn,
  ...customersEn,
  ...developersEn,
  ...failuresEn,
  ...identifiersEn,
  ...identityEn,
  ...inventoryEn,
  ...kernelEn,
  ...liveCallsEn,
  ...ordersEn,
  ...paymentsEn,
  ...permissionsEn,
  ...playbooksEn,
  ...problemsEn,
  ...provisioningEn,
  ...ratesEn,
  ...resellersEn,
  ...servicesEn,
  ...wordsEn,
};

export type SentenceKey = keyof typeof en;

const fr: Record<SentenceKey, string> = {
  ...actionsFr,
  ...allowancesFr,
  ...billingFr,
  ...callsFr,
  ...catalogFr,
  ...chargingFr,
  ...connectorsFr,
  ...customersFr,
  ...developersFr,
  ...failuresFr,
  ...identifiersFr,
  ...identityFr,
  ...inventoryFr,
  ...kernelFr,
  ...liveCallsFr,
  ...ordersFr,
  ...paymentsFr,
  ...permissionsFr,
  ...playbooksFr,
  ...problemsFr,
  ...provisioningFr,
  ...ratesFr,
  ...resellersFr,
  ...servicesFr,
  ...wordsFr,
};

/** Every sentence that the product says, by language: ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export const sentences = { en, fr } satisfies Record<Language, Record<SentenceKey, string>>;

export function isSentenceKey(text: string): text is SentenceKey {
  return Object.hasOwn(en, text);
}
