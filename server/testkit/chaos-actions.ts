import { z } from "zod";
import { ConnectorFailure } from "../kernel/connector.ts";
import { type Action, defineAction } from "../provisioning/action.ts";

const callTimeoutMs = 60_000;
const input = z.object({ name: z.string() });
const countSql = `insert into counter (path, kind, value) values (?, ?, 1)
  on conflict (path, kind) do update set value = counter.value + 1 returning value`;

/** Actions of the chaos test: rows of ours, and an outside over HTTP that keeps its own record and knows idempotency keys. */
export function chaosActions(outsideUrl: string): Action[] {
  const call = (method: string, name: string) => ({ connector: "outside", method, target: name, body: null });
  return [
    defineAction({
      key: "chaos.count",
      title: "Count",
      description: "Counts in the run's reseller.",
      kind: "DB",
      input,
      outputs: [],
      async do({ tx }, { name }) {
        await tx.em.execute(countSql, [tx.viewer.path, `chaos:${name}`]);
        return {};
      },
    }),
    defineAction({
      key: "chaos.put",
      title: "Put",
      description: "Puts a thing outside, and remembers that it did.",
      kind: "EXTERNAL",
      connector: "outside",
      input,
      outputs: [],
      async do({ io, remember }, { name }) {
        await io.call(call("PUT", name), (signal) => ask(outsideUrl, "PUT", name, io.idempotencyKey, signal), "");
        remember(
          async ({ em, viewer }) => void (await em.execute(countSql, [viewer.path, `chaos:remembered ${name}`])),
        );
        return {};
      },
      async verify({ io, remember }, { name }) {
        const found = await io.call(
          call("GET", name),
          (signal) => ask(outsideUrl, "GET", name, io.idempotencyKey, signal),
          "",
        );
        if (found !== io.idempotencyKey) return null;
        remember(
          async ({ em, viewer }) => void (await em.execute(countSql, [viewer.path, `chaos:remembered ${name}`])),
        );
        return {};
      },
    }),
  ];
}

async function ask(url: string, method: string, name: string, key: string, signal: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(`${url}/${encodeURIComponent(name)}`, {
      method,
      headers: { "idempotency-key": key, connection: "close" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeoutMs)]),
    });
    return await answer.text();
  } catch (cause) {
    throw new ConnectorFailure("unknown", "OUTSIDE_TIMEOUT", "The outside did not answer", { cause });
  }
}
