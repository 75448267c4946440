import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = ["client", "shared", "schema", "pnpm-lock.yaml"];
const ignored = new Set(["node_modules", "dist", ".cache"]);

/** Where the console reloads as its sources change. */
export const consoleInDevelopment = "http://localhost:5173";

/** Builds the console if its sources changed since the last time; answers where it lies. */
export async function builtConsole(signal: AbortSignal): Promise<string> {
  const folder = join(root, "client", "dist");
  const stamp = join(folder, ".sources");
  const print = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === print) return folder;
  console.log("Building the console (only when its sources changed) …");
  await run(join(root, "client", "node_modules", ".bin", "vite"), ["build", "--logLevel", "error"], {
    cwd: join(root, "client"),
    signal,
  });
  writeFileSync(stamp, print);
  return folder;
}

/** What was built last, however old: GraphiQL, which does not change with the console, is served from it. */
export function lastBuiltConsole(): string | null {
  const folder = join(root, "client", "dist");
  return existsSync(join(folder, "graphiql.html")) ? folder : null;
}

/** The console from its sources, reloading as they change; asks the API at `apiUrl`. */
export function serveConsole(apiUrl: string): { stop(): Promise<void> } {
  const child = spawn(join(root, "client", "node_modules", ".bin", "vite"), ["--strictPort"], {
    cwd: join(root, "client"),
    env: { ...process.env, TIERLINE_API: apiUrl },
    stdio: "inherit",
  });
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function run(command: string, args: readonly string[], options: { cwd: string; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The console could not be built (${code}).`)),
    );
  });
}

/** Names, sizes and times of the sources: quick, and wrong only where someone rewinds the clock. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const visit = (path: string): void => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return void hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) if (!ignored.has(name)) visit(join(path, name));
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest("hex");
}
