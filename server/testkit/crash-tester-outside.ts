import { z } from "zod";
import { ConnectorFailure, type Outcome } from "../kernel/connector.ts";
import { type Action, defineAction, knownLater } from "../provisioning/action.ts";

/** What a call of the fake outside may suffer: before it has an effect, or after. */
export type Fault =
  | { readonly at: "BEFORE" | "AFTER"; readonly outcome: Outcome; readonly code?: string }
  | { readonly at: "BEFORE" | "AFTER"; readonly outcome: "HANG" | "BUG" }
  /** Goes on when the test says so. */
  | { readonly at: "BEFORE" | "AFTER"; readonly outcome: "WAIT"; readonly until: Promise<void> };

export interface CallRecord {
  readonly key: string;
  readonly method: "PUT" | "GET" | "DELETE" | "SEND";
  readonly target: string;
}

/**
 * An outside system of the tests, with its own record. PUT is told apart by idempotency key, as targets that know such keys do;
 * SEND is not: every time it is called, something arrives.
 */
export interface Outside {
  readonly calls: CallRecord[];
  /** What exists: target → the key of whoever put it there. */
  readonly things: Map<string, string>;
  /** Every effect that ever happened, repeated ones included. */
  readonly effects: CallRecord[];
  /** Asked before every call. */
  faultOf: (call: CallRecord) => Fault | null;
  call(record: CallRecord, signal: AbortSignal): Promise<string | null>;
}

export function makeOutside(): Outside {
  const outside: Outside = {
    calls: [],
    things: new Map(),
    effects: [],
    faultOf: () => null,
    async call(record, signal) {
      outside.calls.push(record);
      const fault = outside.faultOf(record);
      if (fault?.at === "BEFORE") await suffer(fault, signal);
      const answer = effect(outside, record);
      if (fault?.at === "AFTER") await suffer(fault, signal);
      return answer;
    },
  };
  return outside;
}

function effect({ things, effects }: Outside, record: CallRecord): string | null {
  const { method, target, key } = record;
  if (method === "PUT" && things.get(target) !== key) {
    things.set(target, key);
    effects.push(record);
  }
  if (method === "SEND") effects.push(record);
  if (method === "DELETE" && things.delete(target)) effects.push(record);
  return things.get(target) ?? null;
}

async function suffer(fault: Fault, signal: AbortSignal): Promise<void> {
  if (fault.outcome === "WAIT") return fault.until;
  if (fault.outcome === "BUG") throw new TypeError("undefined is not a function");
  if (fault.outcome === "HANG") {
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    throw new ConnectorFailure(
      "unknown",
      "OUTSIDE_TIMEOUT",
      "The outside did not answer: not known whether it was done",
    );
  }
  const code = "code" in fault && fault.code !== undefined ? fault.code : `OUTSIDE_${fault.outcome.toUpperCase()}`;
  throw new ConnectorFailure(fault.outcome, code, `The outside says ${fault.outcome}`);
}

/** Actions of every kind over that outside, and over a table whose numbers show how often an effect happened. */
export function testActions(outside: () => Outside): Action[] {
  const input = z.object({ name: knownLater });
  const call = (method: CallRecord["method"], target: string) => ({ connector: "outside", method, target, body: null });
  return [
    defineAction({
      key: "test.count",
      title: "Count",
      description: "Counts in the run's reseller.",
      kind: "DB",
      input,
      outputs: ["count"],
      describe: ({ name }) => `counts ${name}`,
      async do({ tx }, { name }) {
        const [row] = await tx.em.execute<{ value: number }[]>(countSql, [tx.viewer.path, `test:${name}`, 1]);
        return { count: row?.value ?? 0 };
      },
      async undo({ tx }, { name }) {
        await tx.em.execute(countSql, [tx.viewer.path, `test:${name}`, -1]);
      },
    }),
    defineAction({
      key: "test.put",
      title: "Put",
      description: "Puts a thing outside.",
      kind: "EXTERNAL",
      connector: "outside",
      input,
      outputs: ["name"],
      describe: ({ name }) => `puts ${name}`,
      async do({ io }, { name }) {
        const record = { key: io.idempotencyKey, method: "PUT", target: String(name) } as const;
        await io.call(call("PUT", record.target), (signal) => outside().call(record, signal), null);
        return { name };
      },
      async verify({ io }, { name }) {
        const record = { key: io.idempotencyKey, method: "GET", target: String(name) } as const;
        const by = await io.call(call("GET", record.target), (signal) => outside().call(record, signal), null);
        return by === io.idempotencyKey ? { name } : null;
      },
      async undo({ io }, { name }) {
        const record = { key: io.idempotencyKey, method: "DELETE", target: String(name) } as const;
        await io.call(call("DELETE", record.target), (signal) => outside().call(record, signal), null);
      },
    }),
    defineAction({
      key: "test.send",
      title: "Send",
      description: "Sends, and cannot ask.",
      kind: "EXTERNAL",
      connector: "outside",
      input,
      outputs: [],
      async do({ io }, { name }) {
        const record = { key: io.idempotencyKey, method: "SEND", target: String(name) } as const;
        await io.call(call("SEND", record.target), (signal) => outside().call(record, signal), null);
        return {};
      },
    }),
    defineAction({
      key: "test.secret",
      title: "Secret",
      description: "Makes a secret, sends it, and remembers that it did.",
      kind: "EXTERNAL",
      connector: "outside",
      input,
      outputs: ["user"],
      async do({ io, secret, remember, detail, run }, { name }) {
        const password = await secret("password");
        const target = `${name}:${password.reveal()}`;
        const body = { user: name, password, note: `for ${password}` };
        await io.call(
          { connector: "outside", method: "PUT", target: String(name), body },
          (signal) => outside().call({ key: io.idempotencyKey, method: "PUT", target }, signal),
          null,
          () => `made ${name}`,
        );
        remember(async ({ em, viewer }) => {
          await em.execute(countSql, [viewer.path, `test:remembered ${run.id}`, 1]);
        });
        detail(`user ${name}`);
        return { user: name };
      },
    }),
    defineAction({
      key: "test.approve",
      title: "Approve",
      description: "Waits for a person.",
      kind: "MANUAL",
      input: z.object({}),
      outputs: [],
    }),
  ];
}

const countSql = `insert into counter (path, kind, value) values (?, ?, ?)
  on conflict (path, kind) do update set value = counter.value + excluded.value returning value`;
