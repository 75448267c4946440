import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const bin = join(process.cwd(), "node_modules", ".bin");

/** Runs a program of the workspace; its output is kept and shown when it fails, or at once when `isLoud`. */
export function run(name, command, args, { cwd = process.cwd(), env = {}, isLoud = false } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        PATH: `${join(cwd, "node_modules", ".bin")}${delimiter}${bin}${delimiter}${process.env["PATH"]}`,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        if (isLoud) process.stdout.write(chunk);
      });
    }
    child.once("error", (error) => resolve({ name, isOk: false, output: String(error), seconds: 0 }));
    child.once("exit", (code) =>
      resolve({ name, isOk: code === 0, output, seconds: (performance.now() - startedAt) / 1000 }),
    );
  });
}

export function report({ name, isOk, output, seconds }, isLoud = false) {
  console.log(`${isOk ? "✓" : "✗"} ${name}${seconds > 0.5 ? ` (${seconds.toFixed(0)} s)` : ""}`);
  if (!isOk && !isLoud) console.log(output.trimEnd().split("\n").slice(-120).join("\n"));
  return isOk;
}
