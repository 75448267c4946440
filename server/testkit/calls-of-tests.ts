import { encodeId, newId } from "@tierline/shared/id.ts";
import type { NewCustomer } from "../customers/insert-customers.ts";
import { transaction } from "../kernel/context.ts";
import type { EndedCall } from "../rating/ended-call.ts";
import { settleCalls, type SettledCall } from "../rating/settle-calls.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { t0, type World } from "./world.ts";

/** A minute after the beginning, of John Smith to New York, if nothing else is said. */
export function callOfTests(seconds: number, more: Partial<EndedCall> = {}): EndedCall {
  const startedAt = more.startedAt ?? new Date(t0.getTime() + 60_000);
  const number = more.number === undefined ? "12125550100" : more.number;
  return {
    source: "test",
    sourceKey: newId(),
    customerId: customersOfTests.johnSmith.id,
    serviceId: null,
    direction: "OUT",
    caller: "447700900100",
    called: number ?? "acme-2",
    state: "ANSWERED",
    answeredAt: startedAt,
    endedAt: new Date(startedAt.getTime() + seconds * 1000),
    seconds,
    refusal: null,
    ...more,
    startedAt,
    number,
  };
}

export function settle(world: World, ...calls: readonly EndedCall[]): Promise<SettledCall[]> {
  return transaction(world.system(), (tx) => settleCalls(tx, calls));
}

/** One that nobody answered, by the API's id. */
export async function plantCall(world: World, customer: NewCustomer, called: string): Promise<{ cal: string }> {
  const more = { customerId: customer.id, state: "NO_ANSWER", answeredAt: null, number: called } as const;
  const [settled] = await settle(world, callOfTests(0, more));
  return { cal: encodeId("cal", settled!.callId) }; // one for one
}
