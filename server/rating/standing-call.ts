import { invariant } from "../kernel/rejection.ts";
import type { CallRow } from "./call.entity.ts";
import type { EndedCall } from "./ended-call.ts";

/** A call as it stands: what was said of it last, and the seconds of all its lines. They come in the order of their recording. */
export function endedCallOf(lines: readonly CallRow[]): EndedCall {
  const latest = lines.at(-1);
  invariant(latest !== undefined && latest.state !== "LIVE", "it is over and has a line at least");
  const { called, problem } = latest;
  const number = /^[1-9]\d{5,14}$/.test(called) ? called : null;
  return {
    source: latest.source,
    sourceKey: latest.sourceKey,
    customerId: latest.customer,
    serviceId: latest.service ?? null,
    direction: latest.direction,
    caller: latest.caller,
    called,
    number,
    isInternal: number === null && problem !== "INVALID_NUMBER",
    state: latest.state,
    startedAt: latest.startedAt,
    answeredAt: latest.answeredAt ?? null,
    endedAt: latest.endedAt ?? latest.startedAt,
    seconds: lines.reduce((sum, { seconds }) => sum + seconds, 0),
    refusal: latest.refusal ?? null,
  };
}
