import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { serviceTopic } from "./move-service.ts";
import { findService } from "./service-rows.ts";
import { toService, type ServiceNode } from "./service.type.ts";

/** The service at once and after every change: states rather than deltas, so that a broken connection loses nothing. */
export async function* watchService(
  context: Context,
  id: string | null,
  signal: AbortSignal,
): AsyncGenerator<ServiceNode> {
  if (id === null) throw notFound();
  const changes = context.changes.subscribe(serviceTopic(id), signal); // before the first look, so that nothing falls between
  const first = await findService(context, id);
  if (first === null) throw notFound();
  yield toService(first);
  let shown = first.version;
  for await (const _ of changes) {
    require(context, "service.view"); // at each push again
    const service = await findService(context, id);
    if (service === null) return;
    if (service.version === shown) continue;
    shown = service.version;
    yield toService(service);
  }
}
