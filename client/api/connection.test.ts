import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createConnection } from "./connection.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function followed() {
  const connection = createConnection();
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.get()));
  return { connection, states };
}

test("a short break is nobody's business", () => {
  const { connection, states } = followed();
  connection.set("live");
  connection.set("reconnecting");
  vi.advanceTimersByTime(2_900);
  connection.set("live");
  vi.advanceTimersByTime(60_000);
  expect(states).toEqual(["live"]);
});

test("after three seconds people are told, after eight the pages ask by themselves until the socket is back", () => {
  const { connection, states } = followed();
  connection.set("live");
  connection.set("reconnecting");
  vi.advanceTimersByTime(3_000);
  expect(states).toEqual(["live", "reconnecting"]);
  connection.set("reconnecting"); // the next attempt failed as well: the waiting does not begin anew
  vi.advanceTimersByTime(5_000);
  expect(states).toEqual(["live", "reconnecting", "polling"]);
  connection.set("reconnecting");
  vi.advanceTimersByTime(60_000);
  expect(states).toEqual(["live", "reconnecting", "polling"]);
  connection.set("live");
  expect(states).toEqual(["live", "reconnecting", "polling", "live"]);
});
