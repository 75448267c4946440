import type { TaskState } from "@tierline/shared/task-state.ts";
import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import { getAccount } from "../connectors/ocs/account.ts";
import { definition as ocsDefinition } from "../connectors/ocs/definition.ts";
import { definition as radiusDefinition } from "../connectors/radius/definition.ts";
import { hasLogin } from "../connectors/radius/login.ts";
import { definition as registerDefinition } from "../connectors/register/definition.ts";
import { getRegistered } from "../connectors/register/subscriber.ts";
import { settingsOf } from "../connectors/settings.ts";
import { definition as sipDefinition } from "../connectors/sip/definition.ts";
import { countContacts, hasSubscriber } from "../connectors/sip/subscriber.ts";
import { itemsWhere } from "../inventory/item.ts";
import { ConnectorFailure, connectorTimeoutMs, type ConnectorIo, type HealthState } from "../kernel/connector.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { playbookVersion } from "../provisioning/playbook-document.ts";
import { storeBalances } from "./balances.ts";
import type { ServiceRow } from "./service.entity.ts";
import { findService } from "./service-rows.ts";

export interface Probe {
  readonly key: string;
  readonly title: Sentence;
  readonly state: HealthState;
  readonly message: Words;
}

type Found = Pick<Probe, "state" | "message">;

interface Question {
  readonly key: string;
  readonly title: Sentence;
  /** Action of a playbook that makes what the probe looks for. */
  readonly action: string;
  ask(context: Context, service: ServiceRow, io: ConnectorIo): Promise<Found>;
}

const notNeeded: Found = { state: "NOT_APPLICABLE", message: say("health.notNeeded") };

/**
 * O46: does the network know what a working service needs? Every probe answers within the connector's time limit; those that the
 * service's playbook has no task for are not asked. An ended service is well when nothing of it is left.
 */
export async function checkHealth(context: Context, serviceId: string): Promise<Probe[]> {
  const service = await findService(context, serviceId);
  if (service === null) throw notFound();
  const actions = await actionsOf(context, service);
  const asked = questions.map(async ({ key, title, action, ask }) => {
    const found = actions.has(action) ? await answer(() => ask(context, service, askingIo(service))) : notNeeded;
    return { key, title, ...found };
  });
  return [
    ...(await Promise.all(asked)),
    { key: "tasks", title: say("health.tasks"), ...(await lastRun(context, service)) },
  ];
}

const questions: readonly Question[] = [
  { key: "ocs", title: say("health.account"), action: "charging.create-account", ask: askCharging },
  { key: "register", title: say("health.sim"), action: "register.attach", ask: askRegister },
  { key: "radius", title: say("health.login"), action: "radius.create-login", ask: askRadius },
  { key: "sip", title: say("health.sip"), action: "sip.create-account", ask: askSip },
];

/** What is found on the way is kept: the balances on the page are as fresh as the check. */
async function askCharging(context: Context, service: ServiceRow, io: ConnectorIo): Promise<Found> {
  const account = await getAccount(io, await settingsOf(context, ocsDefinition), { account: service.account });
  if (account !== null) await transaction(context, (tx) => storeBalances(tx, service.id, account.balances));
  if (account?.isDisabled === true)
    return {
      state: service.suspensionReasons.includes("BALANCE") ? "OK" : "FAILED",
      message: say("health.disabled", { account: service.account }),
    };
  return presence(service, account !== null, say("health.theAccount", { account: service.account }));
}

async function askRegister(context: Context, service: ServiceRow, io: ConnectorIo): Promise<Found> {
  const [sim] = await itemsWhere(context, "i.service_id = ? and i.identifier_kind = 'ICCID'", [service.id]);
  if (sim === undefined)
    return { state: service.state === "TERMINATED" ? "OK" : "FAILED", message: say("health.noSim") };
  const settings = await settingsOf(context, registerDefinition);
  const registered = await getRegistered(io, settings, { subscriber: sim.identifier });
  if (registered !== null && !registered.isActive)
    return { state: "FAILED", message: say("health.simState", { sim: sim.label, state: registered.state }) };
  return presence(service, registered !== null, sim.label);
}

async function askRadius(context: Context, service: ServiceRow, io: ConnectorIo): Promise<Found> {
  const username = service.parameters["radiusUsername"] ?? service.account;
  return presence(
    service,
    await hasLogin(io, await settingsOf(context, radiusDefinition), { username }),
    say("health.theLogin", { username }),
  );
}

async function askSip(context: Context, service: ServiceRow, io: ConnectorIo): Promise<Found> {
  const username = service.parameters["sipUsername"] ?? service.account;
  const settings = await settingsOf(context, sipDefinition);
  const isKnown = await hasSubscriber(io, settings, { username });
  const found = presence(service, isKnown, say("health.theSip", { username }));
  if (!isKnown || found.state !== "OK") return found;
  const contacts = await countContacts(io, settings, { username });
  return { ...found, message: say("health.phones", { found: found.message, count: contacts }) };
}

function presence({ state }: ServiceRow, isThere: boolean, what: Words): Found {
  if (state === "TERMINATED") {
    return isThere
      ? { state: "FAILED", message: say("health.stillThere", { what }) }
      : { state: "OK", message: say("health.gone", { what }) };
  }
  return isThere
    ? { state: "OK", message: say("health.there", { what }) }
    : { state: "FAILED", message: say("health.missing", { what }) };
}

/** Tasks that a run left undone explain what a probe finds missing. */
async function lastRun(context: Context, service: ServiceRow): Promise<Found> {
  const tasks = await context.em.execute<{ title: string; state: TaskState; number: number }[]>(
    `select t.title, t.state, r.number from provisioning_task t
     join (select id, number from provisioning_run where service_id = ? order by queued_at desc, id desc limit 1) r on r.id = t.run_id
     order by t.position`,
    [service.id],
  );
  const [first] = tasks;
  if (first === undefined) return { state: "NOT_APPLICABLE", message: say("health.noRun") };
  const missing = tasks.filter(({ state }) => state !== "SUCCEEDED");
  if (missing.length === 0)
    return { state: "OK", message: say("health.allDone", { number: first.number, count: tasks.length }) };
  const isMild = missing.every(({ state }) => state === "FAILED_IGNORED" || state === "SKIPPED");
  return {
    state: isMild ? "DEGRADED" : "FAILED",
    message: say("health.notDone", { number: first.number, tasks: { allOf: missing.map(({ title }) => title) } }),
  };
}

async function actionsOf(context: Context, service: ServiceRow): Promise<Set<string>> {
  const [version] = await context.em.execute<{ id: string }[]>(
    `select v.id from kept_offerings(array[?]::uuid[]) o join playbook p on p.id = o.playbook_id
     join playbook_version v on v.playbook_id = p.id and v.number = p.latest_version`,
    [service.id],
  );
  if (version === undefined) return new Set();
  const { document } = await playbookVersion(context, version.id);
  return new Set(document.tasks.map((task) => task.action));
}

/** A network element that does not answer is an answer, too. */
async function answer(ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    return { state: "FAILED", message: error.words };
  }
}

function askingIo({ id }: ServiceRow): ConnectorIo {
  const signal = AbortSignal.timeout(connectorTimeoutMs);
  return { idempotencyKey: `health:${id}`, signal, call: (_call, perform) => perform(signal) };
}
