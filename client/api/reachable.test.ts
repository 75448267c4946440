import { afterEach, expect, test, vi } from "vitest";
import { reachably, Unreachable } from "./reachable.ts";

afterEach(() => vi.unstubAllGlobals());

const gone = new TypeError("Failed to fetch dynamically imported module");

test("a part that is gone after an update is told from a server that does not answer", async () => {
  const health = vi.fn<() => Promise<Response>>().mockResolvedValue(new Response("ok"));
  vi.stubGlobal("fetch", health);
  await expect(reachably(() => Promise.reject(gone))).rejects.toBe(gone);
  health.mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(reachably(() => Promise.reject(gone))).rejects.toBeInstanceOf(Unreachable);
  health.mockResolvedValue(new Response("", { status: 503 }));
  await expect(reachably(() => Promise.reject(gone))).rejects.toBeInstanceOf(Unreachable);
});

test("what can be fetched asks for nothing else", async () => {
  const health = vi.fn<() => Promise<Response>>();
  vi.stubGlobal("fetch", health);
  await expect(reachably(() => Promise.resolve(7))).resolves.toBe(7);
  expect(health).not.toHaveBeenCalled();
});
