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
    testTimeout: 20_000,
  },
});
