import { demoEffects, type DemoEffect } from "@tierline/shared/demo/effects.ts";
import { demoWorld } from "@tierline/shared/demo/world.ts";
import type { ConnectorIo } from "../kernel/connector.ts";
import type { Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Secret } from "../kernel/secret.ts";
import type { OutsideTask, RunFacts } from "../provisioning/action.ts";
import { provisioningOf } from "../provisioning/parts.ts";

const callTimeoutMs = 10_000;

/**
 * Tells the lab what the demo's past runs told it, by the same actions, so that services of the past can be checked, topped up
 * and ended. Doing it twice changes nothing: each effect keeps the key of its run and task.
 */
export async function plantDemoEffects(context: Context): Promise<number> {
  const effects = demoEffects(demoWorld(context.clock.now()));
  for (const effect of effects) await repeat(context, effect);
  return effects.length;
}

async function repeat(context: Context, { action: key, input, runId, serviceId, taskKey }: DemoEffect): Promise<void> {
  const { actions, settingsOf } = provisioningOf(context);
  const action = actions.get(key);
  invariant(action?.kind === "EXTERNAL", `the demo world names the action ${key}, which does not work outside`);
  const task: OutsideTask = {
    run: { ...nobody, id: runId, serviceId },
    key: taskKey,
    io: ioOf(`${runId}:${taskKey}`),
    settings: async ({ key: connector, schema }) => schema.parse(await settingsOf(connector, context.viewer.path)),
    secret: async () => new Secret(crypto.randomUUID()),
    kept: (_name, find) => find(),
    remember: () => undefined,
    detail: () => undefined,
  };
  await action.do(task, action.input.parse(input));
}

const nobody: Omit<RunFacts, "id" | "serviceId"> = {
  number: 0,
  kind: "PROVISION",
  path: "",
  resellerId: "",
  customerId: null,
  orderId: null,
  startedById: "",
  startedBy: "Tierline",
};

function ioOf(idempotencyKey: string): ConnectorIo {
  const signal = AbortSignal.timeout(callTimeoutMs);
  return { idempotencyKey, signal, call: (_call, perform) => perform(signal) };
}
