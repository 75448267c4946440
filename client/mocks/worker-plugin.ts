import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/** Serves MSW's worker script from where it is installed, so that no copy of it is kept. For the preview only. */
export function mockWorker(): Plugin {
  const script = createRequire(import.meta.url).resolve("msw/mockServiceWorker.js");
  return {
    name: "mock-worker",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/mockServiceWorker.js", (_, response, next) => {
        readFile(script).then((text) => {
          response.setHeader("content-type", "text/javascript");
          response.end(text);
        }, next);
      });
    },
  };
}
