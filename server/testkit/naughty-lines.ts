import { encodeId, newId } from "@tierline/shared/id.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { plantService } from "./plant-service.ts";
import type { Shop } from "./shop.ts";

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
