import { encodeId, newId, type IdPrefix } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { ContactEntity, SiteEntity } from "../customers/customer-parts.entity.ts";
import { insertOfferings } from "../catalog/insert-offerings.ts";
import { RoleEntity } from "../identity/role.entity.ts";
import { openSession } from "../identity/session.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { transaction } from "../kernel/context.ts";
import { createApiClient } from "../developers/create-api-client.ts";
import { createWebhookEndpoint } from "../webhooks/create-endpoint.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { rootPath } from "../kernel/viewer.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../provisioning/playbook.entity.ts";
import { offeringsOfTests, plantSims, templatesOfTests, itemsOfTests } from "./catalog-of-tests.ts";
import { plantBulkImport } from "./bulk-of-tests.ts";
import { plantCall } from "./calls-of-tests.ts";
import { plantBrand } from "./brands-of-tests.ts";
import { customersOfTests, partsOfTests, pathOf } from "./customers-of-tests.ts";
import { plantInvoice, plantWaitingCharge } from "./invoices-of-tests.ts";
import { plantPayment } from "./ledger-of-tests.ts";
import { plantGatewayPayment } from "./payments-of-tests.ts";
import { plantProblem } from "./problems-of-tests.ts";
import { plantCase } from "./screening-of-tests.ts";
import { plantSubscriber } from "./plant-subscriber.ts";
import { plantOnboarding, plantTrunk } from "./onboardings-of-tests.ts";
import { plantTemplate } from "./templates-of-tests.ts";
import { plantDid } from "./dids-of-tests.ts";
import { plantRates } from "./rates-of-tests.ts";
import { ids, openShop, type Shop } from "./shop.ts";
import { resellersOfTests } from "./tree.ts";
import { t0 } from "./world.ts";

/** The kinds of things that callers name by id. */
export type SweptPrefix =
  | "cus"
  | "rsl"
  | "ctc"
  | "sit"
  | "ofr"
  | "tpl"
  | "itm"
  | "rsv"
  | "svc"
  | "run"
  | "ord"
  | "usr"
  | "rol"
  | "ses"
  | "fac"
  | "acl"
  | "key"
  | "whe"
  | "whd"
  | "prb"
  | "tkt"
  | "scc"
  | "otp"
  | "onb"
  | "rdk"
  | "rpl"
  | "alw"
  | "prl"
  | "did"
  | "bac"
  | "ltx"
  | "cal"
  | "pgw"
  | "pay"
  | "pmt"
  | "inv"
  | "crn"
  | "chg"
  | "rcg"
  | "brv"
  | "hst"
  | "blk"
  | "sub"
  | "pbx";
export type IdSet = Readonly<Record<SweptPrefix, string>>;

export interface SweepWorld {
  readonly shop: Shop;
  /** One of each kind at Beta, which asks. */
  readonly own: IdSet;
  /** One of each kind at Acme, of which Beta must not even learn that it exists. */
  readonly foreign: IdSet;
  /** Texts that nobody at Beta may ever be sent: every id, name and number of Acme's. */
  readonly canaries: readonly string[];
  /** A customer's own user at Beta. */
  readonly customerUser: Viewer;
  /** All rows of all tables, as one number each. */
  fingerprint(): Promise<Record<string, string>>;
}

const { acme, beta } = resellersOfTests;
const betaCustomer = customersOfTests.johnnyBeta;
const betaParts = { contact: newId(), site: newId() };

export async function openSweepWorld(): Promise<SweepWorld> {
  const shop = await openShop();
  const { world } = shop;
  await shop.lab(); // what a plan is made for must be set up
  const ofBeta = await plantBeta(shop);
  const acmeOrder = await shop.orderMobile("agent@acme.test");
  const [acmeReservation = ""] = await shop.reserve("agent@acme.test", itemsOfTests.sim124);
  const foreign: IdSet = {
    cus: ids.johnSmith,
    rsl: encodeId("rsl", acme.id),
    ctc: encodeId("ctc", partsOfTests.contacts.jane),
    sit: encodeId("sit", partsOfTests.sites.london),
    ofr: ids.p1,
    tpl: encodeId("tpl", templatesOfTests.sim.id),
    itm: encodeId("itm", itemsOfTests.sim125.id),
    rsv: acmeReservation,
    svc: encodeId("svc", await serviceOf(shop, acmeOrder.orderId)),
    run: encodeId("run", acmeOrder.runId),
    ord: encodeId("ord", acmeOrder.orderId),
    ...(await plantPeople(shop, "acme")),
    ...(await plantProgram(shop, "owner@acme.test", "Acme robot")),
    ...(await plantEndpoint(shop, "owner@acme.test", "Acme hook")),
    ...(await plantProblem(world, customersOfTests.johnSmith)),
    ...(await plantCase(world, customersOfTests.johnSmith, "Acme suspect")),
    ...(await plantTemplate(world, "acme", "Acme template")),
    ...(await plantOnboarding(world, "acme", "Acme draft")),
    ...(await plantTrunk(world, customersOfTests.johnSmith, "pbx.acme.test")),
    ...(await plantRates(world, "acme")),
    ...(await plantDid(world, customersOfTests.johnSmith, itemsOfTests.number125.id)),
    ...(await plantPayment(world, customersOfTests.johnSmith, "Acme payment")),
    ...(await plantCall(world, customersOfTests.johnSmith, "12125550111")),
    ...(await plantGatewayPayment(world, customersOfTests.johnSmith, "Acme top-up")),
    ...(await plantInvoice(world, customersOfTests.johnSmith, "owner@acme.test", "Acme service")),
    ...(await plantWaitingCharge(world, customersOfTests.johnSmith, "owner@acme.test", "Acme waits")),
    ...(await plantBrand(world, "acme")),
    ...(await plantBulkImport(world, "owner@acme.test", "Imported at acme")),
    ...(await plantSubscriber(world, customersOfTests.johnSmith, "pat@acme-people.test")),
  };
  return {
    shop,
    own: ofBeta,
    foreign,
    canaries: await canariesOf(shop),
    customerUser: {
      ...world.as("agent@beta.test").viewer,
      userId: newId(),
      name: "Johnny Beta",
      email: "johnny@beta.test",
      role: "CUSTOMER_USER",
      customerId: betaCustomer.id,
      path: pathOf(betaCustomer),
      permissions: new Set(permissionsOf("CUSTOMER_USER")),
    },
    fingerprint: () => fingerprintOf(shop),
  };
}

async function plantBeta(shop: Shop): Promise<IdSet> {
  const { world } = shop;
  const { em } = world.system();
  const { template, items } = await plantSims(world, 6, { path: beta.path });
  const part = { path: pathOf(betaCustomer), customer: betaCustomer.id, version: 1 };
  const roles = ["TECHNICAL"] as ["TECHNICAL"];
  await em.insert(ContactEntity, { ...part, id: betaParts.contact, name: "Bo Beta", roles, email: null, phone: null });
  await em.insert(SiteEntity, { ...part, id: betaParts.site, name: "Beta Site", address: null });
  const playbookId = await plantQuietPlaybook(shop);
  const amounts = offeringsOfTests.p4.prices[0]!;
  const offering = {
    ...offeringsOfTests.p4,
    id: newId(t0.getTime()),
    resellerId: beta.id,
    path: beta.path,
    slug: "beta-plan",
    name: "Beta plan",
    segments: ["INDIVIDUAL" as const],
    playbookId,
    prices: [{ ...amounts, path: beta.path }],
  };
  await insertOfferings(em, [offering]);
  const ofr = encodeId("ofr", offering.id);
  const order = await shop.order("agent@beta.test", { offeringId: ofr, customerId: ids.johnnyBeta });
  const [rsv = ""] = await shop.reserve("owner@beta.test", items[0]!);
  return {
    cus: ids.johnnyBeta,
    rsl: encodeId("rsl", beta.id),
    ctc: encodeId("ctc", betaParts.contact),
    sit: encodeId("sit", betaParts.site),
    ofr,
    tpl: encodeId("tpl", template.id),
    itm: encodeId("itm", items[1]!.id),
    rsv,
    svc: encodeId("svc", await serviceOf(shop, order.orderId)),
    run: encodeId("run", order.runId),
    ord: encodeId("ord", order.orderId),
    ...(await plantPeople(shop, "beta")),
    ...(await plantProgram(shop, "owner@beta.test", "Beta robot")),
    ...(await plantEndpoint(shop, "owner@beta.test", "Beta hook")),
    ...(await plantProblem(world, betaCustomer)),
    ...(await plantCase(world, betaCustomer, "Beta suspect")),
    ...(await plantTemplate(world, "beta", "Beta template")),
    ...(await plantOnboarding(world, "beta", "Beta draft")),
    ...(await plantTrunk(world, betaCustomer, "pbx.beta.test")),
    ...(await plantRates(world, "beta")),
    ...(await plantDid(world, betaCustomer, items[2]!.id)),
    ...(await plantPayment(world, betaCustomer, "Beta payment")),
    ...(await plantCall(world, betaCustomer, "12125550122")),
    ...(await plantGatewayPayment(world, betaCustomer, "Beta top-up")),
    ...(await plantInvoice(world, betaCustomer, "owner@beta.test", "Beta service")),
    ...(await plantWaitingCharge(world, betaCustomer, "owner@beta.test", "Beta waits")),
    ...(await plantBrand(world, "beta")),
    ...(await plantBulkImport(world, "owner@beta.test", "Imported at beta")),
    ...(await plantSubscriber(world, betaCustomer, "pat@beta-people.test")),
  };
}

/** A person who was invited, a role, and a session and a passkey of the owner's. */
async function plantPeople({ world }: Shop, at: "acme" | "beta"): Promise<Pick<IdSet, "usr" | "rol" | "ses" | "fac">> {
  const { id: reseller, path } = resellersOfTests[at];
  const { em } = world.system();
  const [usr, rol] = [newId(), newId()];
  const person = { email: `invited@${at}.test`, name: `Invited at ${at}`, role: "AGENT" as const };
  await em.insert(UserEntity, { ...person, id: usr, path, reseller, createdAt: t0, version: 1 });
  const role = { name: `Role of ${at}`, permissions: ["customer.view" as const] };
  await em.insert(RoleEntity, { ...role, id: rol, path, reseller, createdAt: t0, version: 1 });
  const session = await transaction(world.as(`owner@${at}.test`), (tx) => openSession(tx, "a browser", "192.0.2.1"));
  const [{ id: fac }] = (await world.database.rows<{ id: string }>(
    `insert into factor (id, path, user_id, kind, name, transports, created_at, confirmed_at)
     select $2, path, id, 'PASSKEY', $3, '{}', $4, $4 from app_user where email = $1 returning id`,
    [`owner@${at}.test`, newId(), `Key of ${at}`, t0],
  )) as [{ id: string }];
  return {
    usr: encodeId("usr", usr),
    rol: encodeId("rol", rol),
    ses: encodeId("ses", session.id),
    fac: encodeId("fac", fac),
  };
}

/** With one request in its log. */
async function plantProgram({ world }: Shop, owner: string, name: string): Promise<Pick<IdSet, "acl" | "key">> {
  const context = world.as(owner);
  const made = await createApiClient(context, { idempotencyKey: newId(), name, scopes: ["customers_read"] });
  const [key] = await world.database.rows<{ id: string; path: string }>(
    `insert into api_request (id, path, client_id, key_id, at, kind, operation, document_hash, cost, status, codes, duration_ms, ip, request_id)
     select $2, path, client_id, id, $3, 'QUERY', $4, '', 1, 200, '{}', 1, '192.0.2.1', id::text from api_key where client_id = $1
     returning key_id as id, path`,
    [made.clientId, newId(t0.getTime()), t0, `Asked by ${name}`],
  );
  return { acl: encodeId("acl", made.clientId), key: encodeId("key", key!.id) };
}

/** With one delivery in its log, and one try of it. */
async function plantEndpoint({ world }: Shop, owner: string, name: string): Promise<Pick<IdSet, "whe" | "whd">> {
  const url = `https://${name.toLowerCase().replaceAll(" ", "-")}.example/hook`;
  const input = { idempotencyKey: newId(), url, events: ["customer.created"] };
  const { endpointId } = await createWebhookEndpoint(world.as(owner), input);
  const delivery = newId(t0.getTime());
  await world.database.rows(
    `insert into webhook_delivery (id, path, endpoint_id, event_id, type, body, created_at, state, attempts)
     select $2, path, id, $2, 'customer.created', $4, $3, 'FAILED', 1 from webhook_endpoint where id = $1`,
    [endpointId, delivery, t0, JSON.stringify({ type: "customer.created", data: { id: name } })],
  );
  await world.database.rows(
    `insert into webhook_attempt (id, path, delivery_id, at, status, answer, duration_ms)
     select $2, path, id, $3, 500, $4, 1 from webhook_delivery where id = $1`,
    [delivery, newId(t0.getTime()), t0, `Answered to ${name}`],
  );
  return { whe: encodeId("whe", endpointId), whd: encodeId("whd", delivery) };
}

async function serviceOf({ world }: Shop, orderId: string): Promise<string> {
  const [row] = await world.database.rows<{ id: string }>(
    "select service_id::text as id from customer_order where id = $1",
    [orderId],
  );
  return row?.id ?? "";
}

/** One that needs no stock and no network. */
async function plantQuietPlaybook({ world }: Shop): Promise<string> {
  const { em } = world.system();
  const id = newId(t0.getTime());
  const tasks = [{ key: "activate", title: "Activate service record", action: "service.activate" }];
  const document = JSON.stringify({ key: "quiet", title: "Quiet", kind: "provision", tasks });
  const shared = { path: rootPath, createdAt: t0 };
  await em.insert(PlaybookEntity, {
    ...shared,
    id,
    key: "quiet",
    title: "Quiet",
    description: "",
    latestVersion: 1,
    version: 1,
  });
  const version = { ...shared, id: newId(t0.getTime()), playbook: id, number: 1, format: "JSON" as const, document };
  await em.insert(PlaybookVersionEntity, { ...version, createdBy: "Tierline", note: null });
  return id;
}

type Tables = { name: string; columns: string[] }[];
const tablesKept = new WeakMap<Shop, Promise<Tables>>();

/** The catalog is asked once a world: it takes longer than all the tables themselves. */
function tablesOf(shop: Shop): Promise<Tables> {
  const kept =
    tablesKept.get(shop) ??
    shop.world.database.rows<Tables[number]>(
      `select c.relname as name, array_agg(a.attname::text) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`,
    );
  tablesKept.set(shop, kept);
  return kept;
}

async function canariesOf(shop: Shop): Promise<string[]> {
  const texts = [
    ...Object.values(customersOfTests)
      .filter(({ resellerPath }) => resellerPath !== beta.path)
      .map(({ name }) => name),
    ...Object.values(itemsOfTests).flatMap(({ label, identifier }) => [label, identifier]),
  ];
  texts.push(
    "Amy Agent",
    "Adam Agent",
    "Anna Acme",
    "Nora North",
    "Jane Doe",
    "Bob Smith",
    "London Office",
    "Invited at acme",
    "Imported at acme",
    "Role of acme",
    "Deck of acme",
    "Place of acme",
    "Rates of acme",
    "Acme hook",
    "Acme payment",
    "Acme top-up",
    "acme-hook",
    "john.smith@",
  );
  for (const { name, columns } of await tablesOf(shop)) {
    if (!columns.includes("path") || !columns.includes("id")) continue;
    const rows = await shop.world.database.rows<{ id: string }>(
      `select id::text as id from "${name}" where path like $1`,
      [`${acme.path}%`],
    );
    for (const { id } of rows) if (/^[0-9a-f]{8}-/.test(id)) texts.push(id, digitsOf(id));
  }
  return texts;
}

/** Whatever the prefix, the digits are the same. */
function digitsOf(uuid: string): string {
  return encodeId("cus" satisfies IdPrefix, uuid).slice(4);
}

/** Besides what is kept of keys, which a refused call leaves none of, and of what is due. */
export async function fingerprintOf(shop: Shop): Promise<Record<string, string>> {
  const parts = (await tablesOf(shop)).map(
    ({ name }) =>
      `(select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "${name}" t) as "${name}"`,
  );
  const [row] = await shop.world.database.rows<Record<string, string>>(`select ${parts.join(", ")}`);
  return row ?? {};
}
