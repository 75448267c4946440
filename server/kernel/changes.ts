import pg from "pg";
import type { Log } from "./log.ts";

/** Something changed: what, and in which tier. Never the data itself: whoever is told reads it under their own rights. */
export interface Change {
  /** `run:<id>`, `service:<id>`, `stock:<template id>`, `user:<id>`. */
  readonly topic: string;
  /** Tier path of the changed row, so that a subscriber can be admitted without a query. */
  readonly path: string;
  readonly sequence: number;
  /** What a topic needs besides, e.g. the item that left the stock. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Told at most once a tick and process; a lost one is healed by whoever compares sequences. */
export interface Changes {
  announce(changes: readonly Change[]): void;
  /** Every change of a topic from now on, coalesced: a slow reader loses intermediate ones, never the last. */
  subscribe(topic: string, signal: AbortSignal): AsyncIterableIterator<Change>;
  /** All changes, uncoalesced, in this process; the listener must be quick. */
  tap(listener: (change: Change) => void): () => void;
  readonly subscriberCount: number;
  close(): Promise<void>;
}

const channel = "tierline_changes";
const tickMs = 20;
/** PostgreSQL takes 8,000 bytes a notification. */
const payloadBytesMax = 7_500;
const reconnectMs = 1_000;

/** In one process only: tests, the simulator, and the local half of the real bus. */
export class LocalChanges implements Changes {
  readonly #byTopic = new Map<string, Set<Mailbox>>();
  readonly #taps = new Set<(change: Change) => void>();

  announce(changes: readonly Change[]): void {
    for (const change of changes) {
      for (const tap of this.#taps) tap(change);
      for (const mailbox of this.#byTopic.get(change.topic) ?? []) mailbox.put(change);
    }
  }

  subscribe(topic: string, signal: AbortSignal): AsyncIterableIterator<Change> {
    const mailboxes = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.set(topic, mailboxes);
    const mailbox = new Mailbox(() => {
      mailboxes.delete(mailbox);
      if (mailboxes.size === 0) this.#byTopic.delete(topic);
    });
    mailboxes.add(mailbox);
    if (signal.aborted) void mailbox.return();
    else signal.addEventListener("abort", () => void mailbox.return(), { once: true });
    return mailbox;
  }

  tap(listener: (change: Change) => void): () => void {
    this.#taps.add(listener);
    return () => this.#taps.delete(listener);
  }

  get subscriberCount(): number {
    let count = 0;
    for (const mailboxes of this.#byTopic.values()) count += mailboxes.size;
    return count;
  }

  async close(): Promise<void> {
    const all = Array.from(this.#byTopic.values(), (mailboxes) => Array.from(mailboxes)).flat();
    for (const mailbox of all) await mailbox.return();
  }
}

/** Holds at most one change: a stalled reader costs one object. */
class Mailbox implements AsyncIterableIterator<Change> {
  #latest: Change | null = null;
  #waiting: ((result: IteratorResult<Change>) => void) | null = null;
  #isClosed = false;
  readonly #onClose: () => void;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  put(change: Change): void {
    if (this.#waiting === null) {
      this.#latest = change;
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting({ done: false, value: change });
  }

  next(): Promise<IteratorResult<Change>> {
    if (this.#isClosed) return Promise.resolve({ done: true, value: undefined });
    if (this.#latest !== null) {
      const value = this.#latest;
      this.#latest = null;
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  return(): Promise<IteratorResult<Change>> {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#onClose();
      this.#waiting?.({ done: true, value: undefined });
      this.#waiting = null;
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Local at once, and through one LISTEN connection to the other processes. */
export async function connectChanges(directUrl: string, log: Log): Promise<Changes> {
  const local = new LocalChanges();
  const origin = crypto.randomUUID().slice(0, 8);
  let pending: Change[] = [];
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> = Promise.resolve();
  let client: pg.Client | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: directUrl, application_name: "tierline changes" });
    next.on("notification", ({ payload }) => receive(payload ?? ""));
    next.on("error", (error) => log.warn({ err: error }, "change listener lost its connection"));
    next.on("end", () => {
      if (client === next) client = null;
      if (!isClosed) setTimeout(() => void connect().catch(() => undefined), reconnectMs).unref();
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  }

  function receive(payload: string): void {
    const [from, changes] = JSON.parse(payload) as [string, Change[]];
    if (from !== origin) local.announce(changes);
  }

  async function flush(): Promise<void> {
    const batch = latestPerTopic(pending);
    pending = [];
    for (const payload of packed(origin, batch)) {
      await client
        ?.query("select pg_notify($1, $2)", [channel, payload])
        .catch((error: unknown) => log.warn({ err: error }, "change not told"));
    }
  }

  /** After what is still being told: a connection takes one statement at a time. */
  function tell(): Promise<void> {
    timer = null;
    return (telling = telling.then(flush));
  }

  await connect();
  return {
    announce(changes) {
      if (changes.length === 0) return;
      local.announce(changes);
      pending.push(...changes);
      timer ??= setTimeout(() => void tell(), tickMs);
    },
    subscribe: (topic, signal) => local.subscribe(topic, signal),
    tap: (listener) => local.tap(listener),
    get subscriberCount() {
      return local.subscriberCount;
    },
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await tell();
      await local.close();
      await client?.end();
    },
  };
}

/** Changes with a detail are events of their own and all kept; of plain ones the last stands for all. */
function latestPerTopic(changes: readonly Change[]): Change[] {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const key = change.detail === undefined ? change.topic : `${change.topic} ${JSON.stringify(change.detail)}`;
    latest.set(key, change);
  }
  return [...latest.values()];
}

function packed(origin: string, changes: readonly Change[]): string[] {
  const payloads: string[] = [];
  let batch: Change[] = [];
  let bytes = 0;
  for (const change of changes) {
    const size = Buffer.byteLength(JSON.stringify(change)) + 1;
    if (bytes + size > payloadBytesMax && batch.length > 0) {
      payloads.push(JSON.stringify([origin, batch]));
      batch = [];
      bytes = 0;
    }
    batch.push(change);
    bytes += size;
  }
  if (batch.length > 0) payloads.push(JSON.stringify([origin, batch]));
  return payloads;
}
