import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Under the test runner `graphql` could load twice, once for us and once for TypeGraphQL, and types would not be the same.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  test: {
    name: "server",
    environment: "node",
    include: ["**/*.test.ts"],
    globalSetup: ["./testkit/cluster.ts"],
    setupFiles: ["./testkit/setup.ts"],
    maxWorkers: 2,
    // Loading the product takes longer than most files' tests: those of a worker share it.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One second is little on a machine that does other things; what never comes is still seen.
    expect: { poll: { timeout: 15_000 } },
  },
});
