import { readFileSync } from "node:fs";
import { encodeId } from "@tierline/shared/id.ts";
import { languages } from "@tierline/shared/language.ts";
import { execute } from "graphql";
import { expect, test } from "vitest";
import { documentOf, rootFields } from "./sweep-document.ts";
import { sweepFixtures } from "./sweep-fixtures.ts";
import { openSweepWorld } from "./sweep-world.ts";

const { shop, own, fingerprint } = await openSweepWorld();
const { world } = shop;
const { rows } = world.database;
const mutations = rootFields(world.schema).filter(({ root }) => root === "Mutation");
const owner = "owner@beta.test";
const operator = "ops@tierline.test";

/** Rows that are no change of the business: a caller's keys, attempts at signing in, and what holding an item writes of itself. */
const besides = new Set(
  "idempotency rate_limit challenge factor session reservation custody customer_token counter audit_unsealed webhook_event".split(
    " ",
  ),
);

/** Holding an item and giving it back is told by the item's own history. */
const toldByCustody = new Set(["reserveInventoryItem", "releaseReservation", "extendReservation"]);

/** What only asks, or has nothing to do with rows of the business. */
const changesNothing = new Set(
  "checkConnector setLabFault killLabWorker checkPayment startPaymentMethod signIn signOut stopActing validatePlaybook checkServiceHealth requestPasswordReset startSignUp endSession endOtherSessions startPasskeySignIn startIdentityProof startPasskeyRegistration completeSignIn proveIdentity addAuthenticator".split(
    " ",
  ),
);

/** Deeds that need more of a world than one order: the operation of their entry, and the test that sees it. */
const seenElsewhere: Readonly<Record<string, readonly [operation: string, file: string]>> = {
  handInventoryDown: ["inventory.hand_down", "../inventory/stock-keeping.test.ts"],
  settleWaitingCharges: ["charge.settle", "../charging/waiting-charges.api.test.ts"],
  connectDid: ["did.connect", "../dids/dids.api.test.ts"],
  registerNumbers: ["inventory.add", "../dids/register-numbers.test.ts"],
  offerNumbers: ["did.offer", "../dids/order-number.test.ts"],
  withdrawNumbers: ["did.withdraw", "../dids/order-number.test.ts"],
  orderNumber: ["did.order", "../dids/order-number.test.ts"],
  changeNumberLease: ["did.change", "../dids/order-number.test.ts"],
  giveBackNumber: ["did.give_back", "../dids/order-number.test.ts"],
  changeDid: ["did.change", "../dids/dids.api.test.ts"],
  disconnectDid: ["did.disconnect", "../dids/dids.api.test.ts"],
  terminateService: ["service.terminate", "../services/end-and-check.test.ts"],
  suspendService: ["service.suspend", "../services/suspend-service.test.ts"],
  resumeService: ["service.resume", "../services/suspend-service.test.ts"],
  setSimultaneousCalls: ["service.set_calls", "../services/simultaneous-calls.api.test.ts"],
  retryProvisioningRun: ["provisioningRun.retry", "../services/end-and-check.test.ts"],
  recordHandOver: ["service.hand_over", "../services/end-and-check.test.ts"],
  revealServiceSecret: ["service.reveal_secret", "../orders/order-run.test.ts"],
  completeManualTask: ["provisioningRun.completeTask", "../orders/order-run.test.ts"],
  ...Object.fromEntries(
    ["activate", "suspend", "resume", "close", "delegate"].map((verb) => [
      verb === "delegate" ? "delegateToReseller" : `${verb}Reseller`,
      [`reseller.${verb}`, "../resellers/reseller-verbs.api.test.ts"] as const,
    ]),
  ),
  limitReseller: ["reseller.limit", "../resellers/reseller-verbs.api.test.ts"],
  letResellerSell: ["reseller.sell", "../services/let-reseller-sell.api.test.ts"],
  moveReseller: ["reseller.move", "../services/move-reseller.api.test.ts"],
  acceptInvitation: ["user.accept_invitation", "../identity/people.api.test.ts"],
  changePassword: ["user.change_password", "../identity/own-account.api.test.ts"],
  confirmEmailChange: ["user.change_email", "../identity/own-account.api.test.ts"],
  disableUser: ["user.disable", "../identity/people.api.test.ts"],
  giveAccess: ["user.give_access", "../identity/give-access.api.test.ts"],
  setCustomerDomains: ["customer.set_domains", "../identity/give-access.api.test.ts"],
  addPasskey: ["user.add_factor", "../identity/factor.api.test.ts"],
  confirmAuthenticator: ["user.add_factor", "../identity/factor.api.test.ts"],
  removeFactor: ["user.remove_factor", "../identity/factor.api.test.ts"],
  renewRecoveryCodes: ["user.renew_recovery_codes", "../identity/factor.api.test.ts"],
  resetFactors: ["user.reset_factors", "../identity/factor.api.test.ts"],
  enableUser: ["user.enable", "../identity/people.api.test.ts"],
  requestEmailChange: ["user.request_email_change", "../identity/own-account.api.test.ts"],
  resetPassword: ["user.reset_password", "../identity/own-account.api.test.ts"],
  deactivateCustomer: ["customer.deactivate", "../services/deactivate-customer.api.test.ts"],
  createSubscriber: ["subscriber.create", "../subscribers/subscribers.api.test.ts"],
  changePackage: ["subscriber.change_package", "../subscribers/subscribers.api.test.ts"],
  assignAddon: ["subscriber.add_addon", "../subscribers/subscribers.api.test.ts"],
  removeAddon: ["subscriber.remove_addon", "../subscribers/subscribers.api.test.ts"],
  deleteSubscriber: ["subscriber.delete", "../subscribers/subscribers.api.test.ts"],
  setCustomerPackages: ["customer.set_packages", "../subscribers/subscribers.api.test.ts"],
  retryCustomerPackages: ["customer.retry_packages", "../subscribers/outside.test.ts"],
  createBillingReport: ["list.export", "../reports/billing-report.api.test.ts"],
  updatePbxTrunk: ["pbx_trunk.update", "../onboarding/trunk.api.test.ts"],
  askPbx: ["pbx_trunk.ask", "../onboarding/ask-pbx.ts"],
  retryBulk: ["bulk.retry", "../bulk/users.test.ts"],
  takeOnboardingStep: ["onboarding.take_step", "../onboarding/onboarding.api.test.ts"],
  saveOnboardingTemplate: ["onboarding_template.save", "../wholesale/templates.api.test.ts"],
  deleteOnboardingTemplate: ["onboarding_template.delete", "../wholesale/templates.api.test.ts"],
  setMeetingsSite: ["customer.set_meetings_site", "../meetings/meetings.api.test.ts"],
  planBulk: ["bulk.plan", "../bulk/bulk.api.test.ts"],
  startBulk: ["bulk.start", "../bulk/bulk.api.test.ts"],
  pauseBulk: ["bulk.pause", "../bulk/bulk.api.test.ts"],
  resumeBulk: ["bulk.resume", "../bulk/bulk.api.test.ts"],
  cancelBulk: ["bulk.cancel", "../bulk/bulk.api.test.ts"],
  updateCallInRegion: ["meetings.update_region", "../meetings/meetings.api.test.ts"],
  moveCustomerCountry: ["customer.move_country", "../customers/home-country.api.test.ts"],
  archiveCustomer: ["customer.archive", "../billing/archive-customer.api.test.ts"],
  reactivateCustomer: ["customer.reactivate", "../services/deactivate-customer.api.test.ts"],
  setDelegationPresets: ["reseller.set_presets", "../resellers/delegation-presets.api.test.ts"],
  startActingAs: ["user.start_acting", "../api/act-as.api.test.ts"],
  startTopUp: ["payment.start", "../payments/start-payment.ts"],
  setAutoRecharge: ["billing.recharge", "../payments/set-auto-recharge.ts"],
  keepPaymentMethod: ["paymentMethod.add", "../payments/cards.api.test.ts"],
  checkHostname: ["hostname.prove", "../brands/prove-hostname.ts"],
  signUp: ["customer.sign_up", "../sign-up/sign-up.ts"],
  activateCustomer: ["customer.activate", "../sign-up/activate-customer.ts"],
  refuseCustomer: ["customer.refuse", "../sign-up/sign-up.api.test.ts"],
  discardBrandDraft: ["brand.discard", "../brands/publish-brand.ts"],
  endCall: ["call.end", "../rating/live-calls.api.test.ts"],
  rerateCalls: ["call.rerate", "../rating/rerate-calls.api.test.ts"],
  importScreeningList: ["screening.import", "../screening/screening.api.test.ts"],
  setScreeningSettings: ["screening.settings", "../screening/screening.api.test.ts"],
  setScreeningListSource: ["screening.source", "../screening/list-sources.api.test.ts"],
  fetchScreeningList: ["screening.fetch", "../screening/list-sources.api.test.ts"],
  approveScreeningCase: ["screening.approve", "../screening/cases.api.test.ts"],
  reactivateScreenedCustomer: ["screening.reactivate", "../screening/cases.api.test.ts"],
  answerTicket: ["problem.answer", "../problems/problem.api.test.ts"],
  rollBackProvisioningRun: ["provisioningRun.rollBack", "../provisioning/run.api.test.ts"],
};

interface Deed {
  readonly actor?: string;
  readonly input: Record<string, unknown>;
}

/** What the sweep's arguments lack for the deed to be done. */
const deeds: Readonly<Record<string, () => Promise<Deed>>> = {
  async placeOrder() {
    const request = { offeringId: own.ofr, customerId: own.cus };
    return { input: { ...request, quoteFingerprint: (await shop.quote(owner, request)).fingerprint } };
  },
  async cancelProvisioningRun() {
    const [run] = await rows<{ id: string; sequence: number }>(
      "select id, sequence from provisioning_run where kind = 'PROVISION' and finished_at is null order by number desc",
    );
    return { input: { id: encodeId("run", run!.id), sequence: run!.sequence } };
  },
  async deleteInventoryTemplate() {
    const [template] = await rows<{ id: string }>("select id from inventory_template where key = 'swept'");
    return { input: { id: encodeId("tpl", template!.id) } };
  },
  async savePlaybook() {
    const tasks = [{ key: "activate", title: "Activate service record", action: "service.activate" }];
    const document = JSON.stringify({ key: "swept", title: "Swept", kind: "provision", tasks });
    return { actor: operator, input: { document, format: "JSON" } };
  },
  async updateConnector() {
    return { actor: operator, input: {} };
  },
};

/** Additions first, then changes; what ends a thing comes after all that needs it. */
const later =
  "cancelProvisioningRun removeContact removePaymentMethod deleteInventoryTemplate deleteRole withdrawInvitation deleteWebhookEndpoint closeProblem undoRateDeck".split(
    " ",
  );
const inOrder = mutations
  .map(({ field }) => field)
  .toSorted((a, b) => later.indexOf(a.name) - later.indexOf(b.name))
  .filter(({ name }) => seenElsewhere[name] === undefined);

for (const field of inOrder) {
  const { name } = field;

  test(`${name} is told with who did it, through what and in which request, or it changes nothing`, async () => {
    const { actor = owner, input } = (await deeds[name]?.()) ?? { input: {} };
    const args = sweepFixtures[`Mutation.${name}`]!.args(own); // the sweep fails without one
    const before = await fingerprint();
    const seen = (await rows<{ id: string }>("select id from audit_entry")).map(({ id }) => id);
    const context = world.request(actor);
    const { data } = await execute({
      schema: world.schema,
      document: documentOf(world.schema, "Mutation", field, 3),
      variableValues: args["input"] === undefined ? args : { input: { ...(args["input"] as object), ...input } },
      contextValue: context,
    });
    const after = await fingerprint();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table] && !besides.has(table));
    const entries = await rows("select * from audit_entry where id <> all($1)", [seen]);
    if (changesNothing.has(name)) return expect([changed, entries]).toEqual([[], []]);
    if (toldByCustody.has(name))
      return expect([changed.filter((table) => table !== "inventory_item"), entries]).toEqual([[], []]);
    expect([name, (data?.[name] as { userErrors: unknown } | undefined)?.userErrors]).toEqual([name, []]);
    expect(changed).toContain("audit_entry");
    for (const entry of entries) {
      const { viewer, requestId } = context;
      expect(entry).toMatchObject({
        actor_id: viewer?.userId,
        actor: viewer?.name,
        channel: "CONSOLE",
        request_id: requestId,
        operation: expect.stringMatching(/^[a-zA-Z]+\.[a-zA-Z_]+$/),
      });
    }
  });
}

test.each(Object.entries(seenElsewhere))("%s is told, as its own test sees", (name, [operation, file]) => {
  expect(mutations.map(({ field }) => field.name)).toContain(name);
  expect(readFileSync(new URL(file, import.meta.url), "utf8")).toMatch(
    new RegExp(`["']${operation.replace(".", "\\.")}["']`),
  );
});

/** What is told and no mutation does. */
const doneOtherwise = [
  "audit.export",
  "billing.restore",
  "billing.suspend",
  "bulk.upload",
  "call.record",
  "hostname.lose",
  "list.export",
  "payment.refuse",
  "payment.settle",
  "pbx_trunk.create",
  "rateDeck.import",
  "reseller.act_for",
  "screening.deactivate",
  "screening.find",
  "screening.open",
  "screening.withdraw",
  "user.create",
  "user.sign_in",
  "user.stop_acting",
];

type Words = { readonly [key: string]: string | Words };

test.each([...languages])(
  "the console has words for every operation that the trail tells of, in %s",
  async (language) => {
    const file = new URL(`../../client/i18n/${language}/rows.json`, import.meta.url);
    const words = JSON.parse(readFileSync(file, "utf8")) as { readonly operation: Words };
    const told = await rows<{ operation: string }>("select distinct operation from audit_entry where outcome = 'DONE'");
    const operations = new Set([
      ...told.map(({ operation }) => operation),
      ...Object.values(seenElsewhere).map(([operation]) => operation),
      ...doneOtherwise,
    ]);
    expect(operations.size).toBeGreaterThan(50);
    const wordOf = (operation: string): unknown =>
      operation.split(".").reduce<unknown>((at, key) => (at as Words | undefined)?.[key], words.operation);
    expect([...operations].filter((operation) => typeof wordOf(operation) !== "string").toSorted()).toEqual([]);
    const known = Object.entries(words.operation).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    expect(known.filter((operation) => !operations.has(operation))).toEqual([]);
  },
);
