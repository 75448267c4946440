import { demoPlaybook } from "@tierline/shared/demo/playbooks.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { taskOrder } from "@tierline/shared/playbook.ts";
import { pino } from "pino";
import { afterAll } from "vitest";
import { insertItems } from "../inventory/insert-items.ts";
import { transaction } from "../kernel/context.ts";
import type { OrderRequest } from "../orders/order-draft.ts";
import { completeManualTask, retryRun, rollBackRun } from "../provisioning/operate-run.ts";
import { canAsk } from "../provisioning/action.ts";
import { provisioningOf, type SettingsOf } from "../provisioning/parts.ts";
import type { RunModel, TaskModel } from "../provisioning/run-model.ts";
import { setSimultaneousCalls } from "../services/set-simultaneous-calls.ts";
import { lockedService, startServiceRun } from "../services/start-service-run.ts";
import { terminateService } from "../services/terminate-service.ts";
import { itemsOfTests, offeringsOfTests, templatesOfTests } from "./catalog-of-tests.ts";
import { partsOfTests } from "./customers-of-tests.ts";
import { manualEngine } from "./crash-tester-engine.ts";
import type { MatrixSubject } from "./fault-matrix.ts";
import type { TestLab } from "./lab.ts";
import { addOffering, ids, openShop, type Shop } from "./shop.ts";
import type { MovableClock } from "./world.ts";

/** A task of a playbook, and what its action can. */
export interface MatrixTask extends Pick<TaskModel, "key" | "kind" | "connector"> {
  /** The same in several playbooks. */
  readonly action: string;
  readonly hasUndo: boolean;
  /** One can ask what became of it. */
  readonly hasVerify: boolean;
}

export interface ShopSubject extends MatrixSubject {
  readonly tasks: readonly MatrixTask[];
}

/** How a run of a playbook comes about. */
type Begin = (shop: Shop) => Promise<string>;

const owner = "owner@acme.test";
const agent = "agent@acme.test";
const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
const { sim123, sim124, number123, number124, cpe1 } = itemsOfTests;

const [box, modemBefore, boxBefore] = [7, 8, 9].map((number) => ({
  ...cpe1,
  id: `019a0000-0013-7000-8000-00000000039${number}`,
  label: `CPE-${number}`,
  identifier: `AX24-00000${number}`,
})) as [typeof cpe1, typeof cpe1, typeof cpe1];

function further<T extends object>(number: number, slug: string, more: T) {
  const id = `019a0000-0014-7000-8000-00000000090${number}`;
  return { ...offeringsOfTests.p1, ...more, id, slug, name: slug };
}

function needs(of: keyof typeof templatesOfTests, slot: string) {
  return [{ templateId: templatesOfTests[of].id, slot, label: slot, isRequired: true }];
}

/** Offerings that the fixture has not, for the playbooks it does not use. */
const register = further(1, "mobile-100gb", {});
const television = further(2, "tv-basic", { serviceType: "IPTV" as const, requirements: needs("modem", "box") });
const phone = further(3, "home-phone", { serviceType: "VOIP" as const, requirements: needs("number", "number") });
const faster = further(5, "fiber-500", offeringsOfTests.p2);
const feature = further(4, "caller-id", offeringsOfTests.p3);

function order(request: OrderRequest, ...items: readonly { readonly id: string }[]): Begin {
  return async (shop) => {
    const reservationIds = await shop.reserve(agent, ...items);
    return (await shop.order(agent, { ...request, reservationIds })).runId;
  };
}

/** Services that are there before: one in each trade. */
const earlier: string[] = [];

async function serviceOf({ world }: Shop, { id }: { readonly id: string }) {
  const [service] = await world.database.rows<{ id: string; name: string; version: number }>(
    "select id, name, version from service where offering_id = $1 and id = any($2)",
    [id, earlier],
  );
  return service!; // made when the shop was set up
}

function end(offering: { readonly id: string }): Begin {
  return async (shop) => {
    const { id: serviceId, name: confirmName, version } = await serviceOf(shop, offering);
    const request = { idempotencyKey: newId(), serviceId, confirmName, version };
    return (await terminateService(shop.world.as(owner), request)).runId;
  };
}

function setCalls(offering: { readonly id: string }): Begin {
  return async (shop) => {
    const { id: serviceId, version } = await serviceOf(shop, offering);
    const request = { idempotencyKey: newId(), serviceId, version, simultaneousCalls: 7 };
    return (await setSimultaneousCalls(shop.world.as(agent), request)).runId;
  };
}

/** The service gets the other plan, which asks for as much and counts at once. */
function change(offering: { readonly id: string }, to: { readonly id: string }, whose: string): Begin {
  return async (shop) => {
    const { id } = await serviceOf(shop, offering);
    const request = { offeringId: encodeId("ofr", to.id), customerId: whose, serviceId: encodeId("svc", id) };
    return (await shop.order(agent, request)).runId;
  };
}

/** As `followBalances` begins it when nothing is left on the account. */
function suspend(offering: { readonly id: string }): Begin {
  return async (shop) => {
    const { id } = await serviceOf(shop, offering);
    return transaction(shop.world.as(owner), async (tx) => {
      const service = await lockedService(tx, id);
      return (await startServiceRun(tx, { kind: "CHANGE", deed: "suspend", title: "Suspend", service })).id;
    });
  };
}

function add(offeringId: string): Begin {
  return async (shop) => {
    const { id } = await serviceOf(shop, offeringsOfTests.p1);
    return (await shop.order(agent, { offeringId, customerId, serviceId: encodeId("svc", id) })).runId;
  };
}

const { johnSmith: customerId, johnson } = ids;
const mobile = { offeringId: ids.p1, customerId };
const internet = { offeringId: ids.p2, customerId: johnson, ...site, installationDate: "2026-12-01" };
const tv = { offeringId: encodeId("ofr", television.id), customerId };
const voice = { offeringId: ids.p4, customerId: johnson, ...site };

/** Playbooks of the demo world whose tasks differ; the others differ in their figures alone. */
const begins: Readonly<Record<string, Begin>> = {
  "mobile-20gb": order(mobile, sim123, number123),
  "mobile-register": order({ ...mobile, offeringId: encodeId("ofr", register.id) }, sim123, number123),
  fiber: order(internet, cpe1),
  iptv: order(tv, box),
  voip: order(voice),
  "home-phone": order({ customerId, offeringId: encodeId("ofr", phone.id) }, number123),
  "data-boost": add(ids.p3),
  feature: add(encodeId("ofr", feature.id)),
  "calls-voip": setCalls(offeringsOfTests.p4),
  "plan-mobile": change(offeringsOfTests.p1, register, customerId),
  "fiber-500-plan": change(offeringsOfTests.p2, faster, johnson),
  "suspend-mobile": suspend(offeringsOfTests.p1),
  "suspend-internet": suspend(offeringsOfTests.p2),
  "terminate-mobile": end(offeringsOfTests.p1),
  "terminate-internet": end(offeringsOfTests.p2),
  "terminate-iptv": end(television),
  "terminate-voip": end(offeringsOfTests.p4),
};
export const playbooksOfMatrix = Object.keys(begins);

export interface Matrix {
  readonly lab: TestLab;
  readonly clock: MovableClock;
  subjectOf(playbook: string): ShopSubject;
  /** Presses the button on a run that failed. */
  retry(run: RunModel): Promise<void>;
}

/** A shop with a service in each trade and a lab, in which the runs of any playbook can be played again and again. */
export async function openMatrix(options: { readonly timeoutMs?: number } = {}): Promise<Matrix> {
  const shop = await openShop();
  const lab = await shop.lab();
  const { world } = shop;
  await addOffering(world, "mobile-register", register);
  await addOffering(world, "iptv", television);
  await addOffering(world, "home-phone", phone);
  await addOffering(world, "feature", feature);
  await addOffering(world, "fiber-500", faster);
  await insertItems(world.system().em, [box, modemBefore, boxBefore]);
  const parts = provisioningOf(world.as(agent));
  const { em, changes, vault } = world.system();
  const log = pino({ level: process.env["TIERLINE_LOG"] ?? "silent" });
  const { url } = world.database;
  const settingsOf: SettingsOf = async (key, path) => ({
    ...((await parts.settingsOf(key, path)) as object),
    ...options,
  });
  const engine = await manualEngine({ ...parts, settingsOf, em, clock: world.clock, changes, vault, log, url });
  afterAll(() => engine.close());
  const subjectOf = (playbook: string): ShopSubject => ({
    engine,
    tasks: taskOrder(demoPlaybook(playbook).document.tasks).map(({ key, action: name, input }) => {
      const action = parts.actions.get(name)!; // every playbook of the demo world was checked against the actions
      const hasVerify = canAsk(action, { input });
      return {
        key,
        action: name,
        kind: action.kind,
        connector: action.connector ?? null,
        hasUndo: action.undo !== undefined,
        hasVerify,
      };
    }),
    start: () => begins[playbook]!(shop), // one of playbooksOfMatrix
    async approve({ id, sequence }, taskKey) {
      await completeManualTask(world.as(agent), { id, sequence, taskKey, note: null });
    },
    async rollBack({ id, sequence }) {
      // However long it took, and also where the console would not offer it: what a failure would undo is undone here.
      await world.database.rows("update provisioning_run set undoable_until = '2040-01-01' where id = $1", [id]);
      await rollBackRun(world.as(owner), { id, sequence });
    },
    slate: (run) => slateOf(shop, lab, run),
  });
  const setUp = [order(mobile, sim124, number124), order(internet, modemBefore), order(tv, boxBefore), order(voice)];
  for (const begin of setUp) earlier.push(await finished(subjectOf("mobile-20gb"), await begin(shop)));
  return {
    lab,
    clock: world.clock,
    subjectOf,
    async retry({ id, sequence }) {
      await retryRun(world.as(agent), { id, sequence });
    },
  };
}

/** The service that the run has made. */
async function finished({ engine, approve }: ShopSubject, id: string): Promise<string> {
  for (;;) {
    const run = await engine.drive(id);
    if (run.state === "SUCCEEDED" && run.serviceId !== null) return run.serviceId;
    const waiting = run.tasks.find((task) => task.state === "WAITING");
    if (waiting === undefined) throw new Error(`The setting up ended ${run.state}: ${run.error?.message}`);
    await approve(run, waiting.key);
  }
}

/** What exists in the network and in our own tables, with the names that belong to this run and its service replaced. */
async function slateOf({ world }: Shop, lab: TestLab, run: RunModel): Promise<unknown> {
  const [network] = await lab.storage.query<{ state: object }>(`select json_build_object(
    'accounts', (select json_agg(a order by length(a.id), a.id) from lab_ocs_account a),
    'balances', (select json_agg(b order by length(b.account), b.account, b.type, b.id) from lab_ocs_balance b),
    'resources', (select json_agg(r order by r.element, length(r.path), r.path) from lab_resource r),
    'subscribers', (select json_agg(json_build_array(username, domain)) from (
       select * from subscriber order by length(username), username) rows),
    'callLimits', (select json_agg(json_build_array(username, domain, attribute, type, value)) from (
       select * from usr_preferences order by length(username), username) rows),
    'logins', (select json_agg(json_build_array(username, attribute)) from (
       select * from radcheck order by length(username), username, attribute) rows),
    'replies', (select json_agg(json_build_array(username, attribute, value)) from (
       select * from radreply order by length(username), username, attribute) rows)
  ) as state`);
  const mails = await lab.storage.query("select 1 from lab_mail where message_id like $1", [`%${run.id}%`]);
  const [ours] = await world.database.rows<{ account: string; state: object }>(
    `select s.account, json_build_object(
       'service', json_build_object('state', s.state, 'parameters', s.parameters, 'calls', s.simultaneous_calls, 'balances', s.balances),
       'items', (select json_agg(json_build_array(
         label, state, service_id is null, customer_id is null, held_by_run_id is null) order by label) from inventory_item),
       'addons', (select count(*) from service_addon where run_id = $2 and removed_at is null)
     ) as state from service s where s.id = $1`,
    [run.serviceId, run.id],
  );
  const { account, state } = ours!; // each of these runs has a service
  const text = JSON.stringify({ network: network!.state, ours: state, mails: mails.length });
  return JSON.parse(text.replaceAll(account, "ACCOUNT").replaceAll(run.id, "RUN"));
}
