import { encodeId } from "@tierline/shared/id.ts";
import { stringify } from "yaml";
import { afterAll, inject } from "vitest";
import pg from "pg";
import { createDatabase, dropDatabase, switchRole, urlFor } from "../../db/roles.ts";
import { settleLiveCalls } from "../../rating/settle-live-calls.ts";
import { itemsOfTests, offeringsOfTests, templatesOfTests } from "../catalog-of-tests.ts";
import { partsOfTests } from "../customers-of-tests.ts";
import type { TestLab } from "../lab.ts";
import { addOffering, ids, openShop } from "../shop.ts";
import type { World } from "../world.ts";
import { openCounter, type Counter, type Sale, type SeenRun } from "./counter.ts";
import { startRealNetwork, type RealNetwork } from "./elements.ts";
import { openMoney, type Money } from "./money.ts";
import { placeCall, type PlacedCall } from "./place-call.ts";
import type { Phone } from "./phones.ts";

/** A shop whose SIP, RADIUS and mail connectors lead to real programs; the OCS, the register and the HTTP platform are the lab's. */
export interface Scene {
  readonly network: RealNetwork;
  readonly lab: TestLab;
  readonly counter: Counter;
  readonly money: Money;
  /** As long as it lasts, the switch cannot tell that a call is over. */
  deafen(isDeaf: boolean): Promise<void>;
  /** A phone set up with the line of a service: its password is looked at through the API, which shows it once. */
  phoneOf(run: SeenRun): Promise<Phone>;
  /** As `pnpm call`; `left`: logins and databases that were not there before. */
  placeCall(line: string, number: string, seconds: number): Promise<{ call: PlacedCall; left: readonly string[] }>;
}

const officeDocument = {
  key: "office",
  title: "Office: mobile, phone line and internet",
  kind: "provision",
  tasks: [
    { key: "validate", title: "Validate customer", action: "customer.validate" },
    { key: "sim", title: "Assign SIM", action: "inventory.assign", input: { slot: "sim" } },
    { key: "number", title: "Assign number", action: "inventory.assign", input: { slot: "number" } },
    {
      key: "sip",
      title: "Create SIP account",
      action: "sip.create-account",
      input: { username: "${service.account}" },
    },
    {
      key: "radius",
      title: "Create internet login",
      action: "radius.create-login",
      input: { username: "${service.account}", downloadMbit: 50, uploadMbit: 10 },
    },
    {
      key: "ocs",
      title: "Configure OCS account",
      action: "charging.create-account",
      input: { account: "${service.account}", iccid: "${items.sim.identifier}", plans: ["${offering.slug}"] },
    },
    {
      key: "register",
      title: "Attach SIM in the register",
      action: "register.attach",
      input: {
        subscriber: "${items.sim.identifier}",
        msisdn: "${items.number.identifier}",
        iccid: "${items.sim.identifier}",
      },
      maxAttempts: 1,
    },
    { key: "activate", title: "Activate service record", action: "service.activate" },
    {
      key: "mail",
      title: "Send welcome mail",
      action: "mail.send",
      input: {
        to: "${customer.email}",
        template: "welcome",
        language: "${customer.language}",
        customerName: "${customer.name}",
        serviceName: "${tasks.activate.name}",
        offeringName: "${offering.name}",
        resellerName: "${reseller.name}",
      },
    },
  ],
};

function offering(number: number, slug: string, slots: readonly ("sim" | "number")[]) {
  const requirements = slots.map((slot) => ({
    templateId: templatesOfTests[slot].id,
    slot,
    label: "",
    isRequired: true,
  }));
  const id = `019a0000-0014-7000-8000-00000000080${number}`;
  return { ...offeringsOfTests.p1, id, slug, name: slug, serviceType: "VOIP" as const, requirements };
}

const phone = offering(1, "home-phone", ["number"]);
/** Its lines make two calls at a time. */
const team = { ...offering(4, "team-line", []), simultaneousCalls: 2 };
const office = offering(2, "office", ["sim", "number"]);
const feature = {
  ...offeringsOfTests.p3,
  id: "019a0000-0014-7000-8000-000000000803",
  slug: "caller-id",
  name: "Caller id",
  serviceType: "VOIP" as const,
};

const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
const to = (customerId: string, { id }: { readonly id: string }): Sale => ({
  customerId,
  offeringId: encodeId("ofr", id),
});

/** What is sold in these tests. */
export const sales = {
  businessLine: { ...to(ids.johnson, offeringsOfTests.p4), ...site },
  homeLine: to(ids.johnSmith, phone),
  teamLine: to(ids.johnSmith, team),
  prepaidLine: to(ids.johnDoe, team),
  office: to(ids.johnSmith, office),
  fibre: { ...to(ids.johnson, offeringsOfTests.p2), ...site, installationDate: "2026-12-01" },
  mobile: to(ids.johnSmith, offeringsOfTests.p1),
  feature: to(ids.johnSmith, feature),
} satisfies Record<string, Sale>;

export const stock = itemsOfTests;
const tickMs = 100;

export async function openScene(): Promise<Scene> {
  const shop = await openShop();
  const lab = await shop.lab();
  await shop.engine();
  const network = await openNetwork(shop.world);
  const counter = await openCounter(shop.world);
  const money = await openMoney(shop.world);
  afterAll(() => counter.close());
  // What is tried again after a while is due by the world's clock, which stands still unless somebody moves it.
  const passing = setInterval(() => shop.world.clock.advance({ milliseconds: tickMs }), tickMs);
  afterAll(() => clearInterval(passing));
  await counter.savePlaybook("office", stringify(officeDocument, { lineWidth: 0 }));
  await addOffering(shop.world, "home-phone", phone);
  await addOffering(shop.world, "voip", team);
  await addOffering(shop.world, "office", office);
  await addOffering(shop.world, "feature", feature);
  const { databaseUrl, realm, sipSwitch, accessServer, mailServer } = network;
  await counter.connect("sip", { databaseUrl, realm, rpcUrl: sipSwitch.rpcUrl, cdrTable: "acc_cdrs" });
  await counter.connect("radius", { databaseUrl, ...accessServer.settings, hasAccounting: "true" });
  await counter.connect("mail", { ...mailServer.settings, from: "welcome@acme.test" });
  return {
    network,
    lab,
    counter,
    money,
    deafen: (isDeaf) => deafen(shop.world, isDeaf),
    async phoneOf({ service }) {
      const { id, parameters } = await counter.service(service?.id ?? "");
      const password = await counter.reveal(id, "sipPassword");
      return network.phone({ user: parameters["sipUsername"] ?? "", password });
    },
    async placeCall(line, number, seconds) {
      const { adminUrl } = shop.world.database;
      const waiting = () => settleLiveCalls(shop.world.system());
      const call = await placeCall({ adminUrl, line, number, seconds, tell: () => undefined, waiting });
      const left = await shop.world.database.rows<{ name: string }>(
        `select rolname::text as name from pg_roles where rolname like 'tierline_call_%'
         union all select datname::text from pg_database where datname like 'tierline_call_%'`,
      );
      return { call, left: left.map(({ name }) => name) };
    },
  };
}

async function openNetwork({ database }: World): Promise<RealNetwork> {
  const adminUrl = inject("adminUrl");
  const name = `network_${crypto.randomUUID().slice(0, 8)}`;
  await createDatabase(adminUrl, name);
  afterAll(() => dropDatabase(adminUrl, name));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const network = await startRealNetwork(url.href, await openSwitchLogin(adminUrl, database.name));
  afterAll(() => network.stop());
  return network;
}

async function deafen({ database }: World, isDeaf: boolean): Promise<void> {
  const verb = isDeaf
    ? "revoke execute on function end_call(text, text) from"
    : "grant execute on function end_call(text, text) to";
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(`${verb} ${switchRole}`).finally(() => client.end());
}

/** How much is set aside for a call at a time, so that a test can wait for more than that. */
export const holdSeconds = 4;

/** As whoever runs the product lets a switch in: by a password, as long as these tests last. */
async function openSwitchLogin(adminUrl: string, database: string): Promise<string> {
  const password = crypto.randomUUID();
  const alter = async (what: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(`alter ${what}`).finally(() => client.end());
  };
  await alter(`database "${database}" set tierline.hold_seconds = ${holdSeconds}`);
  await alter(`role ${switchRole} login password '${password}'`);
  afterAll(() => alter(`role ${switchRole} nologin password null`));
  return urlFor(adminUrl, switchRole, password, database);
}
