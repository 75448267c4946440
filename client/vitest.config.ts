import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  define: { __MOCK__: false },
  test: {
    name: "client",
    environment: "jsdom",
    include: ["**/*.test.{ts,tsx}"],
    setupFiles: ["./testkit/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    maxWorkers: 2,
    // Loading the console takes longer than most files' tests: those of a worker share it.
    isolate: false,
    testTimeout: 20_000,
  },
});
