import { encodeId, newId } from "@tierline/shared/id.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { plantService } from "./plant-service.ts";
import type { Shop } from "./shop.ts";

/** A call between two lines that is under way on a switch that asks. */
export async function liveCallInput({ world }: Shop): Promise<() => Promise<Record<string, unknown>>> {
  const line = await plantService(world, customersOfTests.johnson, { serviceType: "VOIP" });
  const { em } = world.system();
  const now = world.clock.now();
  const [found] = await em.execute<{ account: string }[]>("select account from service where id = ?", [line]);
  const key = newId();
  await em.execute("select authorise_call_at('swept', ?, ?, ?, ?)", [key, found!.account, found!.account, now]);
  await em.execute("select extend_calls_at('swept', ?)", [now]);
  const [call] = await em.execute<{ id: string }[]>("select id from call where source_key = ?", [key]);
  return async () => ({ id: encodeId("cal", call!.id), reason: "Swept" });
}

/** A voice line on which no run is at work: another one, once it was set. */
export function lineInput({ world }: Shop): () => Promise<Record<string, unknown>> {
  let line: string | null = null;
  return async () => {
    const [used] = await world.database.rows("select 1 from provisioning_run where service_id = $1", [line]);
    if (line === null || used !== undefined) {
      line = await plantService(world, customersOfTests.johnson, { serviceType: "VOIP" });
    }
    return { id: encodeId("svc", line), version: 1, simultaneousCalls: 2, idempotencyKey: newId() };
  };
}
