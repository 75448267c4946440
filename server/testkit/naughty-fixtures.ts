import { encodeId, newId } from "@tierline/shared/id.ts";
import type { NewOffering } from "../catalog/insert-offerings.ts";
import { RoleEntity } from "../identity/role.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { itemsOfTests, offeringsOfTests, plantSims, templatesOfTests } from "./catalog-of-tests.ts";
import { keyed, of, versioned, type Fixtures, type Input } from "./naughty-fixture.ts";
import { brandFixtures } from "./naughty-brands.ts";
import { developerFixtures } from "./naughty-developers.ts";
import { moved, plantResellers } from "./naughty-resellers.ts";
import { customersOfTests, partsOfTests } from "./customers-of-tests.ts";
import { plantService } from "./plant-service.ts";
import { lineInput, liveCallInput } from "./naughty-lines.ts";
import { billingFixtures } from "./naughty-billing.ts";
import { problemFixtures } from "./naughty-problems.ts";
import { packageInput, subscriberFixtures } from "./naughty-subscribers.ts";
import { onboardingFixtures } from "./naughty-onboarding.ts";
import { templateFixtures } from "./naughty-templates.ts";
import { bulkFixtures } from "./naughty-bulk.ts";
import { meetingsFixtures } from "./naughty-meetings.ts";
import { screeningFixtures } from "./naughty-screening.ts";
import { paymentFixtures } from "./naughty-payments.ts";
import { rateFixtures } from "./naughty-rates.ts";
import { customerFixtures, standingInputs } from "./naughty-customers.ts";
import { addOffering, ids, type Shop } from "./shop.ts";
import { resellersOfTests } from "./tree.ts";

const owner = "owner@acme.test";
const operator = "ops@tierline.test";
const offering = {
  belowCostReason: "Swept",
  name: "Swept",
  description: "What it is",
  icon: "wifi",
  facts: ["fast"],
  playbookKey: "mobile-20gb",
  requirements: [{ slot: "sim", templateKey: templatesOfTests.sim.key, label: "Card", isRequired: true }],
  customFields: [{ key: "size", label: "Size", kind: "CHOICE", isRequired: false, choices: ["small"] }],
  price: { setup: "1.00", recurring: "2.00" },
};
const offeringFields = `offering { name slug description icon facts playbook { key }
  requirements { slot label template { key } } customFields { key label choices } package { key needsOneOf } }`;
const itemFields = "{ identifier label location note custody(first: 2) { nodes { reason } } }";
const itemNumber = (): string => newId().slice(-12).toUpperCase();

/** A voice plan that asks for a text of its own: it needs nothing from stock. */
const labelled: NewOffering = {
  ...offeringsOfTests.p4,
  id: "019a0000-0014-7000-8000-000000000777",
  slug: "labelled",
  name: "Labelled",
  customFields: [{ key: "label", label: "Label", kind: "TEXT", isRequired: false, choices: [], maxLength: 200 }],
};

/** One for each mutation that takes a text: a mutation without one fails the test. */
export async function naughtyFixtures(shop: Shop): Promise<Fixtures> {
  await addOffering(shop.world, "voip", labelled);
  const standing = await standingInputs(shop);
  return {
    ...(await customerFixtures(shop)),
    ...(await catalogFixtures(shop)),
    ...(await stockFixtures(shop)),
    ...(await orderFixtures(shop)),
    ...(await resellerFixtures(shop)),
    ...(await peopleFixtures(shop)),
    ...operatorFixtures(shop),
    deactivateCustomer: of(standing.deactivate, standing.told),
    archiveCustomer: of(standing.archive, standing.told),
    moveCustomerCountry: of(standing.move, standing.told),
    reactivateCustomer: of(standing.reactivate, standing.told),
    delegateToCustomer: of(standing.delegate, "customer { delegated }"),
    startActingAs: of(standing.actAs),
    endCall: of(await liveCallInput(shop)),
    ...(await developerFixtures(shop)),
    ...(await problemFixtures(shop)),
    ...(await screeningFixtures(shop)),
    ...meetingsFixtures(shop),
    ...(await bulkFixtures(shop)),
    ...(await templateFixtures(shop)),
    ...(await onboardingFixtures(shop)),
    ...(await subscriberFixtures(shop)),
    ...(await billingFixtures(shop)),
    ...(await rateFixtures(shop)),
    ...(await paymentFixtures(shop)),
    ...(await brandFixtures(shop)),
    signIn: of(async () => ({ email: "nobody@beta.test", password: "wrong", resellerKey: "beta" })),
  };
}

async function resellerFixtures(shop: Shop): Promise<Fixtures> {
  const { acmeNorth, beta } = resellersOfTests;
  const north = { id: encodeId("rsl", acmeNorth.id) };
  const facts = {
    name: "Swept",
    country: "GB",
    timeZone: "UTC",
    locale: "en-GB",
    failureEmails: ["swept@example.com"],
  };
  const read = "reseller { key name country timeZone locale failureEmails }";
  const told = "reseller { activity(first: 1) { nodes { note } } }";
  const crowd = await plantResellers(shop);
  /** One that nothing was done to yet, so that the next change of it is its first entry. */
  const next = (state: keyof typeof crowd, more: Input = {}): Input => {
    return { id: encodeId("rsl", crowd[state].pop()!), note: "Note", ...more };
  };
  const mover = encodeId("rsl", crowd.PENDING.pop()!);
  return {
    activateReseller: of(async () => next("PENDING"), told),
    closeReseller: of(async () => next("ACTIVE", { confirmation: "close" }), told),
    createReseller: of(
      async () => ({
        ...facts,
        key: `k-${itemNumber().toLowerCase()}`,
        currency: "GBP",
        delegated: ["customer.view"],
        idempotencyKey: newId(),
      }),
      read,
    ),
    delegateToReseller: of(async () => ({ ...north, delegated: ["customer.view"] }), "reseller { delegated }"),
    moveReseller: of(async () => moved(shop, mover, [north.id, encodeId("rsl", beta.id)]), null, operator),
    resumeReseller: of(async () => next("SUSPENDED"), told),
    setDelegationPresets: of(
      versioned(shop, "rsl", "reseller", acmeNorth.id, {
        presets: [{ name: "Preset", permissions: ["customer.view"], isDefault: false }],
      }),
      "reseller { delegationPresets { name permissions } }",
    ),
    suspendReseller: of(async () => next("ACTIVE"), told),
    updateReseller: of(versioned(shop, "rsl", "reseller", acmeNorth.id, facts), read),
  };
}

async function peopleFixtures(shop: Shop): Promise<Fixtures> {
  const { id: reseller, path } = resellersOfTests.acme;
  const { em } = shop.world.system();
  const [usr, rol] = [newId(), newId()];
  const common = { path, reseller, createdAt: new Date(), version: 1 };
  await em.insert(UserEntity, { ...common, id: usr, email: "swept@acme.test", name: "Swept", role: "AGENT" });
  await em.insert(RoleEntity, { ...common, id: rol, name: "Swept", permissions: [] });
  const permissions = ["customer.view"];
  return {
    acceptInvitation: of(async () => ({ token: "of nobody", password: "a sentence to remember" })),
    giveAccess: of(
      async () => ({
        name: "Swept",
        email: `given-${itemNumber().toLowerCase()}@example.com`,
        role: "AGENT",
        idempotencyKey: newId(),
      }),
      "user { name email }",
    ),
    setCustomerDomains: of(async () => ({ id: ids.johnson, domains: ["swept.test"] }), "customer { domains }"),
    addAuthenticator: of(async () => ({ name: "Swept" })),
    addPasskey: of(async () => ({ token: "of nobody", name: "Swept", passkey: "{}" })),
    completeSignIn: of(async () => ({ token: "of nobody", code: "000000", passkey: "{}" })),
    confirmAuthenticator: of(async () => ({ id: encodeId("fac", newId()), code: "000000" })),
    proveIdentity: of(async () => ({ password: "not mine", code: "000000", token: "of nobody", passkey: "{}" })),
    changePassword: of(async () => ({ currentPassword: "not mine", newPassword: "a sentence to remember" })),
    confirmEmailChange: of(async () => ({ token: "of nobody" })),
    createRole: of(
      async () => ({ name: `Swept ${itemNumber()}`, permissions, idempotencyKey: newId() }),
      "role { name }",
    ),
    inviteUser: of(
      async () => ({
        name: "Swept",
        email: `swept-${itemNumber().toLowerCase()}@example.com`,
        role: "AGENT",
        idempotencyKey: newId(),
      }),
      "user { name email }",
    ),
    requestEmailChange: of(async () => ({ email: "swept@example.com", currentPassword: "not mine" })),
    requestPasswordReset: of(async () => ({ email: "nobody@example.com", resellerKey: "beta" })),
    resetPassword: of(async () => ({ token: "of nobody", password: "a sentence to remember" })),
    updateRole: of(versioned(shop, "rol", "role", rol, { name: "Swept", permissions }), "role { name }"),
    updateUser: of(versioned(shop, "usr", "app_user", usr, { name: "Swept" }), "user { name }"),
  };
}

async function catalogFixtures(shop: Shop): Promise<Fixtures> {
  const sweptPackage = newId();
  await addOffering(shop.world, "package", {
    ...offeringsOfTests.p4,
    id: sweptPackage,
    slug: "swept-package",
    serviceType: "COLLABORATION",
    packageTerms: packageInput,
  });
  return {
    createInventoryTemplate: of(async () => {
      const key = `t-${itemNumber().toLowerCase()}`;
      return { key, label: "Swept", identifierKind: "SERIAL", releasePolicy: "RESTOCK", idempotencyKey: newId() };
    }, "template { key label }"),
    createOffering: of(async () => {
      const plan = {
        kind: "PLAN",
        serviceType: "COLLABORATION",
        package: packageInput,
        segments: ["INDIVIDUAL"],
        isEnabled: false,
      };
      return { ...offering, ...plan, slug: `s-${itemNumber().toLowerCase()}`, idempotencyKey: newId() };
    }, offeringFields),
    updateInventoryTemplate: of(
      versioned(shop, "tpl", "inventory_template", templatesOfTests.modem.id, { label: "Swept" }),
      "template { label }",
    ),
    updateOffering: of(
      versioned(shop, "ofr", "offering", sweptPackage, { ...offering, package: packageInput }),
      offeringFields,
    ),
  };
}

async function stockFixtures(shop: Shop): Promise<Fixtures> {
  const { items: left } = await plantSims(shop.world, 700);
  const next = (): string => encodeId("itm", left.pop()!.id);
  return {
    addInventoryItems: of(async () => {
      const items = [{ identifier: itemNumber(), label: itemNumber(), location: "Shelf", note: "Note" }];
      return { templateId: encodeId("tpl", templatesOfTests.modem.id), items, idempotencyKey: newId() };
    }, `items ${itemFields}`),
    handInventoryDown: of(async () => {
      const resellerId = encodeId("rsl", resellersOfTests.acmeNorth.id);
      return { itemIds: [next()], resellerId, idempotencyKey: newId() };
    }, "items { id }"),
    reserveInventoryItem: of(async () => ({ itemId: next(), idempotencyKey: newId() }), "reservation { id }"),
    sellInventoryItem: of(
      async () => ({ itemId: next(), customerId: ids.johnson, note: "Note", idempotencyKey: newId() }),
      "item { custody(first: 2) { nodes { reason } } }",
    ),
    updateInventoryItem: of(
      versioned(shop, "itm", "inventory_item", itemsOfTests.sim125.id, { location: "Shelf", note: "Note" }),
      `item ${itemFields}`,
    ),
  };
}

async function orderFixtures(shop: Shop): Promise<Fixtures> {
  const siteId = encodeId("sit", partsOfTests.sites.leeds);
  const order = { offeringId: encodeId("ofr", labelled.id), customerId: ids.johnson, siteId };
  const { fingerprint: quoteFingerprint } = await shop.quote(owner, order);
  const service = await serviceInUse(shop);
  const waiting = await waitingRun(shop);
  const own = { purchaseOrderNumber: "PO-1", customFields: [{ key: "label", value: "Text" }] };
  return {
    completeManualTask: of(async () => {
      const sequence = await waiting.again();
      return { runId: encodeId("run", waiting.id), taskKey: waiting.task, note: "Done", sequence };
    }, "run { tasks { message } }"),
    placeOrder: of(
      keyed({ ...order, ...own, quoteFingerprint }),
      "order { purchaseOrderNumber customFields { key value } }",
    ),
    recordHandOver: of(
      keyed({ serviceId: encodeId("svc", service), note: "Note" }),
      "items { custody(first: 1) { nodes { reason } } }",
    ),
    revealServiceSecret: of(async () => ({ id: encodeId("svc", service), key: "sipPassword" })),
    terminateService: of(async () => {
      const input = { confirmName: "not its name", idempotencyKey: newId() };
      return versioned(shop, "svc", "service", service, input)();
    }),
    setSimultaneousCalls: of(lineInput(shop)),
    suspendService: of(await suspendedLine(shop, "ACTIVE")),
    resumeService: of(await suspendedLine(shop, "SUSPENDED")),
    undoOrder: of(keyed({ id: encodeId("ord", newId()) })),
  };
}

/** A line in that state, again and again. */
async function suspendedLine(shop: Shop, state: "ACTIVE" | "SUSPENDED"): Promise<() => Promise<Input>> {
  const line = { serviceType: "VOIP" as const, offering: offeringsOfTests.p4.id, state };
  const id = await plantService(shop.world, customersOfTests.johnSmith, line);
  return async () => {
    const reasons = state === "ACTIVE" ? "{}" : "{MANUAL}";
    await shop.world.database.rows("update service set state = $2, suspension_reasons = $3 where id = $1", [
      id,
      state,
      reasons,
    ]);
    return versioned(shop, "svc", "service", id, { note: "Note", idempotencyKey: newId() })();
  };
}

/** An active service with a card and a number. */
async function serviceInUse(shop: Shop): Promise<string> {
  const { runId } = await shop.orderMobile("agent@acme.test", "124");
  const { rows } = shop.world.database;
  const [service] = await rows<{ id: string }>(
    `update service s set state = 'ACTIVE' from provisioning_run r where r.id = $1 and s.id = r.service_id returning s.id`,
    [runId],
  );
  await rows(
    `update inventory_item i set state = 'ASSIGNED', service_id = s.id, customer_id = c.id, customer_path = c.path
     from service s join customer c on c.id = s.customer_id where s.id = $1 and i.held_by_run_id = $2`,
    [service!.id, runId],
  );
  const { data, errors } = await shop.world.graphql(
    owner,
    "mutation ($input: RecordHandOverInput!) { recordHandOver(input: $input) { userErrors { code } } }",
    { input: { serviceId: encodeId("svc", service!.id), idempotencyKey: newId() } },
  );
  if (errors !== undefined || JSON.stringify(data).includes("code"))
    throw new Error("The items could not be handed over.");
  return service!.id;
}

/** A run that waits for a person, and is made to wait once more when it was told that the task is done. */
async function waitingRun(shop: Shop) {
  const { rows } = shop.world.database;
  const request = { offeringId: ids.p4, customerId: ids.johnson, siteId: encodeId("sit", partsOfTests.sites.leeds) };
  const { runId: id } = await shop.order("agent@acme.test", request);
  const [last] = await rows<{ key: string }>(
    "select key from provisioning_task where run_id = $1 order by position desc limit 1",
    [id],
  );
  const task = last!.key;
  return {
    id,
    task,
    async again(): Promise<number> {
      await rows(
        `update provisioning_task set kind = 'MANUAL', connector = null, state = 'WAITING', message = null, output = null,
           finished_at = null where run_id = $1 and key = $2 and state <> 'WAITING'`,
        [id, task],
      );
      const [run] = await rows<{ sequence: number }>(
        "update provisioning_run set state = 'WAITING', waiting_for = 'PERSON' where id = $1 returning sequence::int",
        [id],
      );
      return run!.sequence;
    },
  };
}

function operatorFixtures({ world }: Shop): Fixtures {
  const key = (): string => `p-${itemNumber().toLowerCase()}`;
  const documentOf = (name: string): string =>
    `key: ${name}\ntitle: Swept\nkind: provision\ntasks: [{ key: wait, title: Wait, action: service.activate }]\n`;
  return {
    checkConnector: of(async () => ({ key: "ocs" }), "connector { key }", operator),
    savePlaybook: of(
      async () => {
        const name = key();
        return { key: name, document: documentOf(name), format: "YAML", baseVersion: 0, note: "Note" };
      },
      "playbook { key latest { document note } } problems { path message }",
      operator,
    ),
    setLabFault: of(async () => ({ element: "ocs", fault: "NONE" }), "lab { elements { key } }", operator),
    updateConnector: of(
      async () => {
        const { data } = await world.graphql(operator, "{ connectors { key version } }");
        const { connectors } = data as { connectors: { key: string; version: number }[] };
        const { version } = connectors.find((each) => each.key === "ocs")!; // one of those that there are
        return { key: "ocs", settings: [{ key: "tenant", value: "one" }], version };
      },
      "connector { key settings { key value } }",
      operator,
    ),
    validatePlaybook: of(
      async () => ({ document: documentOf(key()), format: "YAML" }),
      "problems { path message } tasks { key }",
      operator,
    ),
  };
}
