import { costRefillPerSecond } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isInList } from "../developers/ip-list.ts";
import type { Meter } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import type { ApiDesk } from "./services.ts";

/** The answers of a program's requests that were refused before anything was read of them. */
export const statusOfRefusal: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  BAD_USER_INPUT: 400,
};

/**
 * Lets a request of a program in, counts it, and answers what measures the rest of it.
 * @throws AccessError FORBIDDEN (its address), RATE_LIMITED (too many a minute), each of them noted in the log of its requests
 */
export function metered({ clock, pace, requests }: ApiDesk, viewer: Viewer, ip: string, requestId: string): Meter {
  const { program } = viewer;
  if (program === undefined) throw new TypeError("Only programs are metered.");
  const at = clock.now();
  const begun = performance.now();
  const note: Meter["note"] = ({ codes, ...outcome }) => {
    const durationMs = Math.round(performance.now() - begun);
    requests.add(viewer, { at, durationMs, ip, requestId, codes: [...codes], ...outcome });
  };
  try {
    if (!isInList(program.ipList, ip)) throw new AccessError("FORBIDDEN", say("access.keyAddress", { ip }));
    pace.request(program);
  } catch (error) {
    if (error instanceof AccessError) {
      const { code } = error;
      const nothing = { kind: null, operation: null, documentHash: null, cost: 0 };
      note({ ...nothing, status: statusOfRefusal[code] ?? 200, codes: [code] });
    }
    throw error;
  }
  return {
    note,
    spend: (cost) => pace.spend(program, cost),
    left: () => ({ remaining: pace.left(program).points, restoredPerSecond: costRefillPerSecond }),
  };
}

/** How the IETF's draft on rate limits says what is left: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
export function paceHeaders({ pace }: ApiDesk, { program }: Viewer): Record<string, string> {
  if (program === undefined) return {};
  const { requestsPerMinute } = program;
  return {
    "ratelimit-policy": `"requests";q=${requestsPerMinute};w=60`,
    ratelimit: `"requests";r=${pace.left(program).requests};t=${Math.ceil(60 / requestsPerMinute)}`,
  };
}
