/** A queue with one reader: what many report, one after another decides upon. */
export interface Inbox<T> {
  put(item: T): void;
  next(): Promise<T>;
}

export function openInbox<T>(): Inbox<T> {
  const items: T[] = [];
  let waiting: ((item: T) => void) | null = null;
  return {
    put(item) {
      if (waiting === null) {
        items.push(item);
        return;
      }
      const resolve = waiting;
      waiting = null;
      resolve(item);
    },
    next() {
      const [item] = items.splice(0, 1);
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => (waiting = resolve));
    },
  };
}
