import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://localhost:4000";

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  html: { cspNonce: "CSP_NONCE_PLACEHOLDER" },
  define: { __MOCK__: JSON.stringify(mode === "mock") },
  build: {
    outDir: "dist",
    target: "es2022",
    cssCodeSplit: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { input: { index: "index.html", graphiql: "graphiql.html" } },
  },
  server: {
    port: 5173,
    proxy: { "/graphql": { target: server, ws: true, changeOrigin: false }, "/demo.json": server },
  },
}));
