/** An answer that says: it would have to be waited for. */
export const busy = Symbol("busy");

export interface BatchOptions<Call, Answer> {
  /** Batches under way at once. */
  readonly lanes: number;
  readonly callsMax: number;
  /** All of them or none; answers in the order of the calls. Where it may wait there is one call, and nothing is busy. */
  send(calls: readonly Call[], mayWait: boolean): Promise<readonly (Answer | typeof busy)[]>;
}

interface Waiting<Call, Answer> {
  readonly call: Call;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Collects calls while earlier ones are under way, and sends them together. Each call is answered when its batch is. A batch that
 * is refused is cut in half until only what is wrong with it fails; what is busy is waited for beside the lanes.
 */
export function inBatches<Call, Answer>(options: BatchOptions<Call, Answer>): (call: Call) => Promise<Answer> {
  const { lanes, callsMax, send } = options;
  const waiting: Waiting<Call, Answer>[] = [];
  let underWay = 0;
  let isDue = false;

  /** In the next turn: whoever is answered in this one still gets on the same batch. */
  function schedule(): void {
    if (isDue || waiting.length === 0 || underWay >= lanes) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      underWay += 1;
      void deliver(waiting.splice(0, callsMax), false).finally(() => {
        underWay -= 1;
        schedule();
      });
      schedule();
    });
  }

  async function deliver(batch: readonly Waiting<Call, Answer>[], mayWait: boolean): Promise<void> {
    try {
      const answers = await send(
        batch.map(({ call }) => call),
        mayWait,
      );
      for (const [index, each] of batch.entries()) {
        const answer = answers[index]!; // one for each call
        if (answer === busy) void deliver([each], true);
        else each.resolve(answer);
      }
    } catch (error) {
      if (batch.length === 1 || !isRefusal(error)) return batch.forEach(({ reject }) => reject(error));
      const half = Math.ceil(batch.length / 2);
      await deliver(batch.slice(0, half), false);
      await deliver(batch.slice(half), false);
    }
  }

  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject });
      schedule();
    });
}

/** PostgreSQL itself said no, so nothing of the batch was kept; of a connection that broke that is not known. */
function isRefusal(error: unknown): boolean {
  return (error as { severity?: unknown } | null)?.severity === "ERROR";
}
