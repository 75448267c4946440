import "reflect-metadata";
import { afterAll, vi } from "vitest";

// The files of a worker share their modules, so what a test puts in place of something ends with its file.
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
