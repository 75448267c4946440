import { simultaneousCallsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import { putCallLimit, readCallLimit } from "../connectors/sip/call-limit.ts";
import { definition as sipDefinition } from "../connectors/sip/definition.ts";
import type { Text } from "../connectors/text.ts";
import { Unknown } from "../kernel/secret.ts";
import { defineAction, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { changeService } from "./move-service.ts";

const calls = z.union([
  z.literal("").transform(() => null),
  z.coerce.number().int().min(1).max(simultaneousCallsMax),
  z.instanceof(Unknown),
]);
type Calls = z.output<typeof calls>;

/** Undone, the line may have as many as the network let it have before. */
export const limitCallsAction = defineAction({
  key: "sip.limit-calls",
  title: say("action.sip.limit-calls.title"),
  description: say("action.sip.limit-calls.description"),
  kind: "EXTERNAL",
  connector: "sip",
  input: z.object({ username: knownLater, calls }),
  outputs: ["calls"],
  describe: ({ username, calls: wanted }) =>
    wanted === null
      ? say("detail.noCallLimit", { account: String(username) })
      : say("detail.callLimit", { account: String(username), calls: String(wanted) }),
  async do(task, { username, calls: wanted }) {
    await keptLimit(task, username);
    return put(task, username, wanted);
  },
  async verify(task, { username, calls: wanted }) {
    const found = await readCallLimit(task.io, await task.settings(sipDefinition), { username });
    if (found !== wanted) return null;
    remember(task, found);
    return { calls: found ?? "" };
  },
  async undo(task, { username }) {
    await put(task, username, await keptLimit(task, username));
  },
});

async function put(task: OutsideTask, username: Text, wanted: Calls): Promise<{ calls: number | string | Unknown }> {
  await putCallLimit(task.io, await task.settings(sipDefinition), { username, calls: wanted });
  if (!(wanted instanceof Unknown)) remember(task, wanted);
  return { calls: wanted ?? "" };
}

/** As it was before the run touched it. */
export async function keptLimit(task: OutsideTask, username: Text): Promise<number | null> {
  const settings = await task.settings(sipDefinition);
  const text = await task.kept("call-limit", async () =>
    JSON.stringify(await readCallLimit(task.io, settings, { username })),
  );
  return z.number().nullable().parse(JSON.parse(text));
}

function remember(task: OutsideTask, now: number | null): void {
  const { serviceId } = task.run;
  if (serviceId === null) return;
  task.remember((tx) => changeService(tx, serviceId, { simultaneous_calls: now }));
}
