import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Program {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}

export type ProgramEnd =
  | { readonly kind: "missing" }
  | { readonly kind: "stopped"; readonly why: string }
  | { readonly kind: "exited"; readonly code: number; readonly lastErrors: string };

const outputBytesMax = 10_000_000;
const errorCharactersMax = 500;

/** Runs a program without a shell, in a process group of its own, so that stopping it stops what it started too. */
export async function runProgram(program: Program): Promise<ProgramEnd> {
  const limit = AbortSignal.timeout(program.timeoutMs);
  const signal = AbortSignal.any([program.signal, limit]);
  if (signal.aborted) return { kind: "stopped", why: "stopped before it began" };
  const child = spawn(program.executable, [...program.arguments], {
    cwd: program.folder,
    env: { ...program.environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let stopped: string | null = null;
  const stop = (why: string): void => {
    stopped ??= why;
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // The group is gone already.
    }
  };
  const onAbort = (): void => stop(limit.aborted ? `no end within ${program.timeoutMs / 1000} s` : "stopped");
  signal.addEventListener("abort", onAbort, { once: true });
  let bytes = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > outputBytesMax) stop(`more than ${outputBytesMax} bytes of output`);
  });
  createInterface({ input: child.stdout }).on("line", program.onLine);
  let lastErrors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    lastErrors = (lastErrors + chunk.toString("utf8")).slice(-errorCharactersMax);
  });
  const end = await new Promise<ProgramEnd>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ENOENT" ? { kind: "missing" } : { kind: "stopped", why: error.message });
    });
    child.once("close", (code) => {
      if (stopped !== null) resolve({ kind: "stopped", why: stopped });
      else if (code === null) resolve({ kind: "stopped", why: "killed" });
      else resolve({ kind: "exited", code, lastErrors: lastErrors.trim() });
    });
  });
  signal.removeEventListener("abort", onAbort);
  return end;
}
