import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keptText } from "./kernel/kept-text.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Where the embedded database and the installation's secret lie: `.tierline` in the checkout. PostgreSQL does not run as root,
 * so where root's checkout lies in a folder that nobody else may enter, a folder of the system's is used instead.
 */
export function dataFolder(configured: string | undefined): string {
  const wanted = configured ?? join(root, ".tierline");
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0) return wanted;
  const nobody = { uid: 65_534, gid: 65_534 };
  if (spawnSync("ls", ["-d", join(wanted, ".")], nobody).status === 0) return wanted;
  const fallback = join("/var/tmp", `tierline-${Buffer.from(root).toString("base64url").slice(-24)}`);
  mkdirSync(existsSync("/var/tmp") ? fallback : join(tmpdir(), "tierline"), { recursive: true, mode: 0o755 });
  return fallback;
}

/** 32 bytes that seal secrets at rest: given, or made once and kept beside the data. */
export function installationSecret(configured: string | undefined, folder: string): Buffer {
  if (configured !== undefined) return Buffer.from(configured, "base64");
  return Buffer.from(
    keptText(folder, "secret", () => randomBytes(32).toString("base64")),
    "base64",
  );
}
