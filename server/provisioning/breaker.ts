/**
 * Leaves a connector alone that answers nobody, so that runs wait instead of failing one after the other, and the outside can
 * recover: opens when at least half of ten calls or more within half a minute failed, in three runs or more (the trouble of one
 * run is its own); after a quarter of a minute one call is let through, and what becomes of it decides.
 */
export interface Breaker {
  /** How a call ended: `isFailure` when the connector could not be reached or did not answer. */
  record(connector: string, runId: string, isFailure: boolean): void;
  /** For how long the connector is still left alone; 0 lets the caller, and only the caller, through. */
  holdMs(connector: string): number;
}

const windowMs = 30_000;
const openMs = 15_000;
const callsMin = 10;
const runsMin = 3;
/** When whoever was let through never called: the next one is. */
const probeMs = 10_000;

interface Circuit {
  calls: { atMs: number; runId: string; isFailure: boolean }[];
  /** 0 while it is closed. */
  openUntilMs: number;
}

export function createBreaker(nowMs: () => number): Breaker {
  const circuits = new Map<string, Circuit>();

  function circuitOf(connector: string): Circuit {
    const circuit = circuits.get(connector) ?? { calls: [], openUntilMs: 0 };
    circuits.set(connector, circuit);
    return circuit;
  }

  return {
    record(connector, runId, isFailure) {
      const circuit = circuitOf(connector);
      const now = nowMs();
      if (circuit.openUntilMs > 0) {
        // Calls that were under way when it opened tell nothing new; a call that came through does.
        if (isFailure) return void (circuit.openUntilMs = Math.max(circuit.openUntilMs, now + openMs));
        circuits.delete(connector);
        return;
      }
      circuit.calls = [...circuit.calls.filter(({ atMs }) => atMs > now - windowMs), { atMs: now, runId, isFailure }];
      if (isDown(circuit)) circuit.openUntilMs = now + openMs;
    },
    holdMs(connector) {
      const circuit = circuits.get(connector);
      if (circuit === undefined || circuit.openUntilMs === 0) return 0;
      const leftMs = circuit.openUntilMs - nowMs();
      if (leftMs > 0) return leftMs;
      circuit.openUntilMs = nowMs() + probeMs;
      return 0;
    },
  };
}

function isDown({ calls }: Circuit): boolean {
  const failures = calls.filter(({ isFailure }) => isFailure);
  const runs = new Set(failures.map(({ runId }) => runId));
  return calls.length >= callsMin && failures.length * 2 >= calls.length && runs.size >= runsMin;
}
