/**
 * Collects what is to be done for some ids and does it for all of them at once: the first at once, what comes within the tick
 * after it together. Ids whose work failed are taken up again with the next tick.
 */
export function coalesced(tickMs: number, work: (ids: readonly string[]) => Promise<void>): (id: string) => void {
  const waiting = new Set<string>();
  let isBusy = false;

  async function go(): Promise<void> {
    isBusy = true;
    while (waiting.size > 0) {
      const ids = [...waiting];
      waiting.clear();
      await work(ids).catch(() => ids.forEach((id) => waiting.add(id)));
      await new Promise((resolve) => setTimeout(resolve, tickMs));
    }
    isBusy = false;
  }

  return (id) => {
    waiting.add(id);
    if (!isBusy) void go();
  };
}
