import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Log } from "./kernel/log.ts";

const register = import.meta.resolve("@oxc-node/core/register");
const restartMs = { first: 300, most: 10_000 };
/** What lives so long has started; what dies sooner may never start, and is tried less and less often. */
const livesMs = 5_000;
const stopMs = 25_000;

export interface Child {
  /** Resolves with the first line that the child writes as JSON with `ready: true`. */
  readonly ready: Promise<Record<string, unknown>>;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  readonly file: URL;
  readonly env: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Runs a part of the installation as a process of its own, and starts it again should it die before it is told to stop. */
export function keepRunning(options: ChildOptions): Child {
  let current: ChildProcess;
  let isStopping = false;
  let pauseMs = restartMs.first;
  let announce: (message: Record<string, unknown>) => void;
  const ready = new Promise<Record<string, unknown>>((resolve) => (announce = resolve));

  function start(): void {
    const startedAt = performance.now();
    // Detached: Ctrl-C reaches the launcher alone, which then stops everything in its order.
    current = spawn(process.execPath, ["--import", register, fileURLToPath(options.file)], {
      env: { ...process.env, ...options.env, TIERLINE_PARENT: String(process.pid) },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    createInterface({ input: current.stdout! }).on("line", (line) => {
      const message = readyMessage(line);
      if (message === null) console.log(line);
      else announce(message);
    });
    current.once("exit", (code, signal) => {
      if (isStopping) return;
      options.log.warn({ child: options.name, code, signal }, "a part of the installation ended and is started again");
      const hasStarted = performance.now() - startedAt > livesMs;
      pauseMs = hasStarted ? restartMs.first : Math.min(pauseMs * 2, restartMs.most);
      setTimeout(start, pauseMs);
    });
  }

  start();
  return {
    ready,
    get pid() {
      return current.pid;
    },
    async stop() {
      isStopping = true;
      if (current.exitCode !== null || current.signalCode !== null) return;
      const ended = new Promise((resolve) => current.once("exit", resolve));
      current.kill("SIGTERM");
      const tooLong = setTimeout(() => current.kill("SIGKILL"), stopMs);
      await ended;
      clearTimeout(tooLong);
    },
  };
}

function readyMessage(line: string): Record<string, unknown> | null {
  if (!line.startsWith("{")) return null;
  try {
    const message = JSON.parse(line) as Record<string, unknown>;
    return message["ready"] === true ? message : null;
  } catch {
    return null;
  }
}

/** A child whose launcher was killed must not live on: nobody would ever stop it. */
export function dieWithParent(stop: () => void): void {
  const parent = Number(process.env["TIERLINE_PARENT"] ?? "0");
  if (parent === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1_000);
  timer.unref();
}
