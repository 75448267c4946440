import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connection } from "./connection.ts";
import { createSocket } from "./socket.ts";

/** The far end of the line, in the hands of the test. */
class Line extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static opened: Line[] = [];
  static answersPings = true;

  readonly sent: { type: string; id?: string }[] = [];
  readyState = Line.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    super();
    Line.opened.push(this);
    queueMicrotask(() => {
      this.readyState = Line.OPEN;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const message = JSON.parse(text) as { type: string; id?: string };
    this.sent.push(message);
    if (message.type === "connection_init") this.say({ type: "connection_ack" });
    if (message.type === "ping" && Line.answersPings) this.say({ type: "pong" });
  }

  say(message: object): void {
    queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(message) }));
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState === Line.CLOSED) return;
    this.readyState = Line.CLOSED;
    queueMicrotask(() => this.onclose?.({ code, reason }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  Line.opened = [];
  Line.answersPings = true;
});
afterEach(() => void vi.useRealTimers());

function subscribed() {
  const onRightsChanged = vi.fn<() => void>();
  const error = vi.fn<(error: unknown) => void>();
  const next = vi.fn<(value: unknown) => void>();
  const socket = createSocket({ onRightsChanged }, { webSocketImpl: Line });
  const unsubscribe = socket.subscribe(
    { query: "subscription { notifications { id } }" },
    { next, error, complete: () => undefined },
  );
  return { onRightsChanged, error, next, unsubscribe };
}

const lastLine = (): Line => Line.opened.at(-1)!;

test("a subscription survives a cut line: the same question goes out again on the next one", async () => {
  const { next, error, unsubscribe } = subscribed();
  await vi.advanceTimersByTimeAsync(10);
  expect(connection.get()).toBe("live");
  lastLine().close(1006);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(Line.opened).toHaveLength(2);
  const { id } = lastLine().sent.find(({ type }) => type === "subscribe")!;
  lastLine().say({ type: "next", id, payload: { data: { notifications: { id: "ntf_1" } } } });
  await vi.advanceTimersByTimeAsync(10);
  expect(next).toHaveBeenCalledExactlyOnceWith({ data: { notifications: { id: "ntf_1" } } });
  expect(error).not.toHaveBeenCalled();
  unsubscribe();
});

test("a line that has gone silent is given up and opened anew", async () => {
  const { error, unsubscribe } = subscribed();
  await vi.advanceTimersByTimeAsync(10);
  Line.answersPings = false;
  await vi.advanceTimersByTimeAsync(12_000 + 5_000);
  Line.answersPings = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(Line.opened).toHaveLength(2);
  expect(error).not.toHaveBeenCalled();
  unsubscribe();
});

test("a line whose pings are answered stays", async () => {
  const { unsubscribe } = subscribed();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Line.opened).toHaveLength(1);
  unsubscribe();
});

test("rights that changed are told, so that the page asks again as what it is now", async () => {
  const { onRightsChanged, error } = subscribed();
  await vi.advanceTimersByTimeAsync(10);
  lastLine().close(4401, "Rights have changed");
  await vi.advanceTimersByTimeAsync(10);
  expect(onRightsChanged).toHaveBeenCalledOnce();
  expect(error).toHaveBeenCalledOnce();
});
