import { newId } from "@tierline/shared/id.ts";
import type { IdSet, SweptPrefix } from "./sweep-world.ts";

export interface SweepFixture {
  /** What an argument named only `id` is an id of. */
  readonly id?: SweptPrefix;
  /** Arguments that Beta's owner could really send, when the id in the place named last of `tried` is put in. */
  readonly args: (own: IdSet, tried?: string) => Record<string, unknown>;
}

/** What an argument of this name is an id of, wherever it stands. Keys are the callers' own and no ids of ours. */
export const prefixByName: Readonly<Record<string, SweptPrefix>> = {
  customerId: "cus",
  userId: "usr",
  resellerId: "rsl",
  withinId: "rsl",
  parentId: "rsl",
  clientId: "acl",
  templateId: "tpl",
  itemId: "itm",
  itemIds: "itm",
  reservationIds: "rsv",
  replacesReservationId: "rsv",
  offeringId: "ofr",
  compatibleWithOfferingId: "ofr",
  serviceId: "svc",
  runId: "run",
  siteId: "sit",
  billingContactId: "ctc",
  technicalContactId: "ctc",
  ids: "cus",
  roleIds: "rol",
  namedCustomerIds: "cus",
};

const plain = (args: Record<string, unknown> = {}): SweepFixture => ({ args: () => args });
const page = plain({ first: 20 });
const byId = (id: SweptPrefix): SweepFixture => ({ id, args: (own) => ({ id: own[id] }) });
const input = (of: (own: IdSet, tried?: string) => Record<string, unknown>, id?: SweptPrefix): SweepFixture => ({
  ...(id === undefined ? {} : { id }),
  args: (own, tried) => ({ input: of(own, tried) }),
});
const idempotencyKey = () => newId();
const contact = { name: "Someone", roles: ["TECHNICAL"] };
const link = { token: "of nobody", password: "a sentence to remember" };
const document = "key: swept\ntitle: Swept\nkind: provision\ntasks: []\n";

/** One for each root field: a field without one fails the sweep. */
export const sweepFixtures: Readonly<Record<string, SweepFixture>> = {
  "Query.apiClient": byId("acl"),
  "Query.apiClients": page,
  "Query.apiRequests": page,
  "Query.connectors": plain(),
  "Query.customer": byId("cus"),
  "Query.customers": page,
  "Query.homeSummary": { args: (own) => ({ resellerId: own.rsl }) },
  "Query.inventoryItem": byId("itm"),
  "Query.inventoryItems": page,
  "Query.inventoryTemplates": page,
  "Query.lab": plain(),
  "Query.myReservations": plain(),
  "Query.node": byId("cus"),
  "Query.nodes": { args: (own) => ({ ids: [own.svc] }) },
  "Query.offering": byId("ofr"),
  "Query.offerings": page,
  "Query.orderQuote": input((own) => ({ offeringId: own.ofr, customerId: own.cus })),
  "Query.playbook": plain({ key: "quiet" }),
  "Query.playbookLanguage": plain(),
  "Query.playbooks": page,
  "Query.provisioningRun": byId("run"),
  "Query.provisioningRuns": page,
  "Query.reseller": byId("rsl"),
  "Query.resellers": page,
  "Query.search": plain({ first: 20, text: "john" }),
  "Query.service": byId("svc"),
  "Query.services": page,
  "Query.invitation": plain({ token: "of nobody" }),
  "Query.mySessions": plain(),
  "Query.roles": { args: (own, tried) => ({ first: 20, ...(tried === undefined ? {} : { resellerId: own.rsl }) }) },
  "Query.user": byId("usr"),
  "Query.users": page,
  "Query.viewer": plain(),
  "Mutation.activateReseller": input((own) => ({ id: own.rsl }), "rsl"),
  "Mutation.addContact": input((own) => ({ customerId: own.cus, contact, idempotencyKey: idempotencyKey() })),
  "Mutation.addInventoryItems": input((own) => ({
    templateId: own.tpl,
    items: [{ identifier: "8944000000000000001" }],
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.addSite": input((own) => ({
    customerId: own.cus,
    site: { name: "Here" },
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.cancelProvisioningRun": input((own) => ({ id: own.run, sequence: 1 }), "run"),
  "Mutation.checkConnector": plain({ input: { key: "nothing" } }),
  "Mutation.checkServiceHealth": input((own) => ({ id: own.svc }), "svc"),
  "Mutation.completeManualTask": input((own) => ({ runId: own.run, sequence: 1, taskKey: "activate" })),
  "Mutation.closeReseller": input((own) => ({ id: own.rsl, confirmation: "close" }), "rsl"),
  "Mutation.createApiClient": input(() => ({
    name: "Swept",
    scopes: ["customers_read"],
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.createCustomer": input(() => ({
    kind: "INDIVIDUAL",
    name: "Swept",
    homeCountry: "GB",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.createInventoryTemplate": input(() => ({
    key: "swept",
    label: "Swept",
    identifierKind: "SERIAL",
    releasePolicy: "RESTOCK",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.createOffering": input(() => ({
    kind: "PLAN",
    name: "Swept",
    slug: "swept",
    serviceType: "MOBILE",
    segments: ["INDIVIDUAL"],
    isEnabled: false,
    playbookKey: "quiet",
    price: { recurring: "1.00" },
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.deleteInventoryTemplate": input((own) => ({ id: own.tpl }), "tpl"),
  "Mutation.extendReservation": input((own) => ({ id: own.rsv }), "rsv"),
  "Mutation.handInventoryDown": input((own) => ({
    itemIds: [own.itm],
    resellerId: own.rsl,
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.killLabWorker": plain({ input: { id: newId() } }),
  "Mutation.placeOrder": input((own) => ({
    offeringId: own.ofr,
    customerId: own.cus,
    quoteFingerprint: "of nothing",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.recordHandOver": input((own) => ({ serviceId: own.svc, idempotencyKey: idempotencyKey() })),
  "Mutation.releaseReservation": input((own) => ({ id: own.rsv }), "rsv"),
  "Mutation.removeContact": input((own) => ({ id: own.ctc }), "ctc"),
  "Mutation.reserveInventoryItem": input((own, tried) => ({
    idempotencyKey: idempotencyKey(),
    ...(tried === "templateId" ? {} : { itemId: own.itm }), // one of the two is named, never both
  })),
  "Mutation.retryProvisioningRun": input((own) => ({ id: own.run, sequence: 1 }), "run"),
  "Mutation.revealServiceSecret": input((own) => ({ id: own.svc, key: "password" }), "svc"),
  "Mutation.revokeApiKey": input((own) => ({ id: own.key }), "key"),
  "Mutation.rollBackProvisioningRun": input((own) => ({ id: own.run, sequence: 1 }), "run"),
  "Mutation.rotateApiKey": input((own) => ({ clientId: own.acl, idempotencyKey: idempotencyKey() })),
  "Mutation.savePlaybook": plain({ input: { key: "swept", document, format: "YAML", baseVersion: 0 } }),
  "Mutation.sellInventoryItem": input((own) => ({
    itemId: own.itm,
    customerId: own.cus,
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.setLabFault": plain({ input: { element: "OCS", fault: "NONE" } }),
  "Mutation.setLanguage": plain({ input: { language: "FR" } }),
  "Mutation.signIn": plain({ input: { email: "nobody@beta.test", password: "wrong" } }),
  "Mutation.signOut": plain(),
  "Mutation.terminateService": input(
    (own) => ({ id: own.svc, version: 1, confirmName: "x", idempotencyKey: idempotencyKey() }),
    "svc",
  ),
  "Mutation.startActingAs": input((own) => ({ userId: own.usr, mode: "READ" })),
  "Mutation.stopActing": plain(),
  "Mutation.undoOrder": input((own) => ({ id: own.ord, idempotencyKey: idempotencyKey() }), "ord"),
  "Mutation.updateApiClient": input((own) => ({ id: own.acl, version: 1, requestsPerMinute: 60 }), "acl"),
  "Mutation.updateConnector": plain({ input: { key: "ocs", settings: [], version: 1 } }),
  "Mutation.updateContact": input((own) => ({ id: own.ctc, contact }), "ctc"),
  "Mutation.updateCustomer": input((own) => ({ id: own.cus, version: 1, name: "Swept" }), "cus"),
  "Mutation.updateInventoryItem": input((own) => ({ id: own.itm, version: 1, note: "swept" }), "itm"),
  "Mutation.updateInventoryTemplate": input((own) => ({ id: own.tpl, version: 1, label: "Swept" }), "tpl"),
  "Mutation.updateOffering": input((own) => ({ id: own.ofr, version: 1, name: "Swept" }), "ofr"),
  "Mutation.createReseller": input((own, tried) => ({
    parentId: own.rsl,
    name: "Swept",
    key: tried === undefined ? "swept" : `swept-${newId()}`,
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.deactivateCustomer": input((own) => ({ id: own.cus, confirmation: "deactivate" }), "cus"),
  "Mutation.reactivateCustomer": input((own) => ({ id: own.cus }), "cus"),
  "Mutation.delegateToCustomer": input((own) => ({ id: own.cus, permissions: ["customer.view"] }), "cus"),
  "Mutation.delegateToReseller": input((own) => ({ id: own.rsl, delegated: ["customer.view"] }), "rsl"),
  "Mutation.resumeReseller": input((own) => ({ id: own.rsl }), "rsl"),
  "Mutation.suspendReseller": input((own) => ({ id: own.rsl }), "rsl"),
  "Mutation.acceptInvitation": plain({ input: link }),
  "Mutation.changePassword": plain({ input: { currentPassword: "wrong", newPassword: "a sentence to remember" } }),
  "Mutation.confirmEmailChange": plain({ input: { token: "of nobody" } }),
  "Mutation.createRole": input((_own, tried) => ({
    name: tried === undefined ? "Swept" : `Swept ${newId()}`,
    permissions: ["customer.view"],
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.deleteRole": input((own) => ({ id: own.rol }), "rol"),
  "Mutation.disableUser": input((own) => ({ id: own.usr }), "usr"),
  "Mutation.enableUser": input((own) => ({ id: own.usr }), "usr"),
  "Mutation.endOtherSessions": plain(),
  "Mutation.endSession": input((own) => ({ id: own.ses }), "ses"),
  "Mutation.inviteUser": input((_own, tried) => ({
    name: "Swept",
    email: `swept-${newId()}@beta.test`,
    role: tried === "customerId" ? "CUSTOMER_USER" : "AGENT",
    idempotencyKey: idempotencyKey(),
  })),
  "Mutation.requestEmailChange": plain({ input: { email: "new@beta.test", currentPassword: "wrong" } }),
  "Mutation.requestPasswordReset": plain({ input: { email: "nobody@beta.test" } }),
  "Mutation.resendInvitation": input((own) => ({ id: own.usr }), "usr"),
  "Mutation.resetPassword": plain({ input: link }),
  "Mutation.updateRole": input((own) => ({ id: own.rol, version: 1, name: "Swept anew" }), "rol"),
  "Mutation.updateUser": input((own) => ({ id: own.usr, version: 1, name: "Swept anew" }), "usr"),
  "Mutation.withdrawInvitation": input((own) => ({ id: own.usr }), "usr"),
  "Mutation.updateReseller": input((own) => ({ id: own.rsl, version: 1, timeZone: "Europe/Paris" }), "rsl"),
  "Mutation.updateSite": input((own) => ({ id: own.sit, site: { name: "There" } }), "sit"),
  "Mutation.validatePlaybook": plain({ input: { document, format: "YAML" } }),
  "Subscription.inventoryChanged": { args: (own) => ({ templateId: own.tpl }) },
  "Subscription.notifications": plain(),
  "Subscription.provisioningRun": byId("run"),
  "Subscription.service": byId("svc"),
};

/** Where one's own id is answered as a wrong one is, for a reason that has nothing to do with whose it is. */
export const ownChangesNothing: ReadonlyMap<string, string> = new Map([
  ["Query.inventoryItems filter.serviceId", "Beta's service uses no items"],
  ["Query.services filter.compatibleWithOfferingId", "no service takes Beta's offering, which is a plan"],
  [
    "Mutation.placeOrder input.billingContactId",
    "the quote's fingerprint is refused first; orderQuote tells the same ids apart",
  ],
  ["Mutation.placeOrder input.technicalContactId", "as above"],
  ["Query.users filter.customerId", "nobody is a user of Beta's customer"],
  [
    "Mutation.startActingAs input.userId",
    "Beta's person is an agent; api/act-as.api.test.ts tells customers' people apart",
  ],
  ["Mutation.revealServiceSecret input.id", "Beta's service has no secret"],
]);
