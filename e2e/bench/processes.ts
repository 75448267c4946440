import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Sends an order to a process of ours and waits for its answer. */
export async function ask<Order extends object, Answer>(child: ChildProcess, order: Order): Promise<Answer> {
  const over = new AbortController();
  const lost = once(child, "exit", { signal: over.signal }).then(() => {
    throw new Error("The other process has ended.");
  });
  child.send(order);
  const [answer] = await Promise.race([once(child, "message") as Promise<[Answer]>, lost]);
  lost.catch(() => undefined);
  over.abort();
  return answer;
}

/** The other side of `ask`; a process that fails ends, and whoever asked hears of that. */
export function answerOrders<Order>(obey: (order: Order) => Promise<unknown>): void {
  process.on("message", (order: Order) => {
    void obey(order).then(
      (answer) => process.send?.(answer),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
