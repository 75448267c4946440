import { z } from "zod";
import { Secret } from "../../kernel/secret.ts";

export interface AnsibleTask {
  readonly name: string;
  readonly state: "skipped" | "ok" | "changed" | "ignored" | "failed" | "unreachable";
  readonly hosts: number;
  /** What went wrong, empty otherwise. */
  readonly message: string;
}

const lineSchema = z.object({
  task: z.string(),
  state: z.enum(["skipped", "ok", "changed", "ignored", "failed", "unreachable"]),
  hosts: z.number().int(),
  message: z.string(),
});

/** Null for a line that is not one of our callback's. Values handed over as secrets are masked wherever a task repeats them. */
export function readTaskLine(line: string, secrets: readonly string[]): AnsibleTask | null {
  if (!line.startsWith("{")) return null;
  const parsed = lineSchema.safeParse(parse(line));
  if (!parsed.success) return null;
  const { task, state, hosts, message } = parsed.data;
  return { name: withoutSecrets(task, secrets), state, hosts, message: withoutSecrets(message, secrets) };
}

export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const mask = new Secret("").toString();
  return secrets.filter((each) => each !== "").reduce((left, secret) => left.replaceAll(secret, mask), text);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
