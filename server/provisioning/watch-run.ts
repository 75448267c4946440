import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { provisioningOf } from "./parts.ts";
import type { RunView } from "./run-model.ts";
import { toRun, type ProvisioningRunType } from "./run.type.ts";

/** One event for all who watch, so that they can be answered together. */
const events = new WeakMap<RunView, ProvisioningRunType>();

/** The run at once and after every change. An id that names none gets the answer of one in another tier. */
export async function* watchRun(
  context: Context,
  id: string | null,
  signal: AbortSignal,
): AsyncGenerator<ProvisioningRunType> {
  if (id === null) throw notFound();
  for await (const view of provisioningOf(context).feed.watch(context, id, signal)) {
    const event = events.get(view) ?? toRun(view);
    events.set(view, event);
    yield event;
  }
}
