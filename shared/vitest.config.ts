import { defineConfig } from "vitest/config";

// Nothing here keeps state, so the files may share their workers.
export default defineConfig({
  test: { name: "shared", include: ["**/*.test.ts"], isolate: false, testTimeout: 20_000 },
});
