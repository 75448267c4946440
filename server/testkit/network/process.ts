import { spawn, type ChildProcess } from "node:child_process";
import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

const patienceMs = 30_000;
const killAfterMs = 3_000;
const portTries = 50;

/** The shell ends its program when its own input ends: also when whoever started it was killed and cannot say good-bye. */
const keeper =
  'exec 3<&0; "$@" </dev/null & program=$!; { read -r _ <&3; kill -$0 $program; } 2>/dev/null & ' +
  "watcher=$!; wait $program; code=$?; kill $watcher 2>/dev/null; exit $code";

export interface Kept {
  /** With the code that the program ended with. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** A program that lives until it ends, is stopped, or this process is gone. Its children die with it. */
export function keep(program: string, flags: readonly string[], cwd: string, endBy: "TERM" | "KILL" = "TERM"): Kept {
  const child: ChildProcess = spawn("sh", ["-c", keeper, endBy, program, ...flags], {
    cwd,
    detached: true, // a process group of its own, so that all of it can be killed at once
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin?.on("error", () => undefined); // it has ended by itself
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? -1)));
  return {
    ended,
    async stop() {
      child.stdin?.end();
      const tooLong = setTimeout(() => killGroup(child.pid), killAfterMs);
      await ended;
      clearTimeout(tooLong);
      killGroup(child.pid);
    },
  };
}

/** Whoever is left of it; usually nobody. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // what `kill` throws
  }
}

/** Ports that neither a TCP nor a UDP socket has at this moment. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < count; tries += 1) {
    if (tries === portTries) throw new Error("No free ports were found.");
    const port = await freeTcpPort();
    if (await isFreeForUdp(port)) ports.add(port);
  }
  return [...ports];
}

function freeTcpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function isFreeForUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4").once("error", () => resolve(false));
    socket.bind(port, "127.0.0.1", () => socket.close(() => resolve(true)));
  });
}

/** Asks again and again until it is so. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const endMs = Date.now() + patienceMs;
  while (Date.now() < endMs) {
    const isThere = await Promise.resolve()
      .then(isSo)
      .catch(() => false);
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ${patienceMs / 1000} s in vain: ${what}`);
}

/** A file beside this one with its places `{{name}}` filled. */
export function filled(name: string, values: Readonly<Record<string, string | number>>): string {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`${name} asks for ${key}, which nobody gave.`);
    return String(value);
  });
}
