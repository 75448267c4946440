import { hostname } from "node:os";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import type { Context } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { readCalls, readElements, switchFault, type ControlledElement } from "./lab-control.ts";
import type { LabCallType, LabFault, LabType, LabWorkerType } from "./lab.type.ts";

const countedCalls = 1_000;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The lab as it is now. Where there is none, or it does not answer, it is simply not running. */
export async function readLab(context: Context): Promise<LabType> {
  const { lab } = installation();
  if (lab === null) return { isRunning: false, elements: [], mailboxUrl: null, workers: [] };
  const workers = await workersHere(context);
  try {
    const [elements, calls] = await Promise.all([readElements(), readCalls(countedCalls)]);
    const callsOf = (key: string) => calls.filter((call) => call.element === key).length;
    return {
      isRunning: true,
      elements: elements.map((element) => toElement(element, callsOf(element.key))),
      mailboxUrl: lab.mailboxUrl,
      workers,
    };
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    return { isRunning: false, elements: [], mailboxUrl: null, workers };
  }
}

/** What it received, newest first. */
export async function recentLabCalls(first: number): Promise<LabCallType[]> {
  if (installation().lab === null) return [];
  try {
    const calls = await readCalls(first);
    return calls.map(({ id, receivedAt, element, method, target, body, effect }) => ({
      id,
      at: new Date(receivedAt),
      element,
      method,
      target,
      request: body,
      response: effect ?? "",
    }));
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    return [];
  }
}

export async function setLabFault(context: Context, element: string, fault: LabFault): Promise<LabType> {
  assertLab();
  const elements = await answering(readElements());
  if (!elements.some(({ key }) => key === element)) throw notFound();
  await answering(switchFault(element, fault === "NONE" ? null : fault));
  context.log.info({ element, fault, by: context.viewer.userId }, "an element of the lab was switched");
  return readLab(context);
}

/** Kills without a warning, as a power cut would: its runs are taken over by another worker, and the launcher starts it anew. */
export async function killLabWorker(context: Context, id: string): Promise<LabType> {
  assertLab();
  const worker = uuidPattern.test(id) ? (await workersHere(context)).find((each) => each.id === id) : undefined;
  if (worker === undefined) throw notFound();
  context.log.warn({ worker: id, pid: worker.pid, by: context.viewer.userId }, "a worker is killed by hand");
  try {
    process.kill(worker.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // gone already, which is what was asked for
  }
  const { isRunning, elements, mailboxUrl, workers } = await readLab(context);
  return { isRunning, elements, mailboxUrl, workers: workers.filter((each) => each.id !== id) };
}

/** Workers of this machine, never the process that answers. Their table holds liveness only and belongs to no tier. */
async function workersHere({ em }: Context): Promise<LabWorkerType[]> {
  const rows = await em.execute<{ id: string; pid: number; started_at: string; runs: number }[]>(
    `select w.id, w.pid, w.started_at,
       (select count(*)::int from provisioning_run r where r.worker_id = w.id and r.finished_at is null) as runs
     from worker w where w.host = ? and w.ended_at is null and w.pid <> ? order by w.started_at, w.id limit 50`,
    [hostname(), process.pid],
  );
  return rows.map(({ id, pid, started_at, runs }) => ({ id, pid, startedAt: new Date(started_at), runsInHand: runs }));
}

const titles: Readonly<Record<string, Sentence>> = {
  ocs: say("labElement.ocs"),
  register: say("labElement.register"),
  http: say("labElement.http"),
  mail: say("labElement.mail"),
  sip: say("labElement.sip"),
  radius: say("labElement.radius"),
  payments: say("labElement.payments"),
  webex: say("labElement.webex"),
};

function toElement({ key, protocol, fault }: ControlledElement, calls: number) {
  return {
    key,
    title: titles[key] ?? key,
    protocol,
    calls,
    fault: fault?.kind ?? ("NONE" as const),
    isUp: fault?.kind !== "REFUSE",
  };
}

function assertLab(): void {
  if (installation().lab !== null) return;
  throw new Rejection({ code: "STATE_CONFLICT", message: say("lab.none"), path: [] });
}

async function answering<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    throw new Rejection({
      code: "STATE_CONFLICT",
      message: say("lab.silent"),
      path: [],
    });
  }
}
