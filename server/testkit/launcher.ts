import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { answerOf, cookieOf, signInDocument, type HttpAnswer } from "./live-server.ts";

/** `pnpm start`, without the package manager in front of it. */
export interface Launched {
  readonly pid: number;
  /** Everything it has written, on both streams. */
  output(): string;
  /** Waits until it writes this, or has ended. @returns the match */
  says(pattern: RegExp): Promise<RegExpExecArray | null>;
  /** As a terminal does: to the whole process group. */
  interrupt(): void;
  /** As a terminal does that is closed: nobody reads any more, either. */
  hangUp(): void;
  /** The launcher alone, at once. */
  kill(): void;
  /** With the code that it ended with. */
  readonly ended: Promise<number | null>;
}

const folder = fileURLToPath(new URL("..", import.meta.url));

export function launch(env: Readonly<Record<string, string>>): Launched {
  const child: ChildProcess = spawn(process.execPath, ["--import", "@oxc-node/core/register", "main.ts"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], TIERLINE_LOG: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const pid = child.pid ?? 0;
  let output = "";
  const waiting = new Set<() => void>();
  const wake = (): void => waiting.forEach((each) => each());
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      wake();
    });
  }
  let isOver = pid === 0;
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      isOver = true;
      wake();
      resolve(code);
    });
  });
  return {
    pid,
    output: () => output,
    ended,
    says: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found === null && !isOver) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    interrupt: () => void (isOver || process.kill(-pid, "SIGINT")),
    hangUp() {
      child.stdout?.destroy();
      child.stderr?.destroy();
      process.kill(-pid, "SIGHUP");
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Signed in with one of the demo's accounts. @returns what asks the API */
export async function signedIn(url: string, email: string, password: string) {
  const post = async (body: object, cookie = ""): Promise<HttpAnswer> =>
    answerOf(
      await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify(body),
      }),
    );
  const cookie = cookieOf(await post({ query: signInDocument, variables: { input: { email, password } } })) ?? "";
  return async <T>(query: string, variables: object = {}): Promise<T> => {
    const { data, text } = await post({ query, variables }, cookie);
    if (data === null) throw new Error(`The API refused: ${text}`);
    return data as T; // the caller names what it asked for
  };
}

/** Processes that have this text among their arguments. */
export function processesWith(text: string): { pid: number; args: string }[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,args=", "-ww"], { encoding: "utf8" });
  return stdout
    .split("\n")
    .map((line) => ({ pid: Number(line.trim().split(" ")[0]), args: line.trim().replace(/^\d+ /, "") }))
    .filter(({ args }) => args.includes(text));
}

/** Children of a process. */
export function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, of]) => of === parent)
    .map(([pid]) => pid ?? 0);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
