import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { mockWorker } from "./mocks/worker-plugin.ts";

/** Where the API answers while the console is developed. */
const server = process.env["TIERLINE_API"] ?? "http://localhost:4000";

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === "mock" ? [mockWorker()] : [])],
  define: { __MOCK__: mode === "mock" },
  html: { cspNonce: "CSP_NONCE_PLACEHOLDER" },
  build: {
    outDir: "dist",
    target: "es2022",
    cssCodeSplit: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { input: { index: "index.html", graphiql: "graphiql.html" } },
  },
  // GraphiQL is looked at through the server that has it built.
  optimizeDeps: { entries: ["index.html"] },
  server: {
    port: 5173,
    proxy:
      mode === "mock" ? {} : { "/graphql": { target: server, ws: true, changeOrigin: false }, "/demo.json": server },
  },
}));
