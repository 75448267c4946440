import { chmod, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { ConnectorFailure, type ConnectorIo } from "../../kernel/connector.ts";
import { revealed, Secret, type Part } from "../../kernel/secret.ts";
import { runProgram, type ProgramEnd } from "./run-program.ts";
import type { AnsibleSettings } from "./settings.ts";
import { readTaskLine, withoutSecrets, type AnsibleTask } from "./task-line.ts";

export interface PlaybookInput {
  /** File name below the configured folder, e.g. `cpe/configure.yml`. */
  readonly playbook: string;
  /** Handed over as extra variables, in a file: they never stand in a command line. */
  readonly variables: Readonly<Record<string, Part>>;
  /** Ansible's `--limit`. */
  readonly limit?: string;
}

/**
 * Runs a playbook and reports each of its tasks as it ends. A playbook says what shall be, so running it again is the way to
 * find out after an unknown end. Throws ANSIBLE_MISSING, ANSIBLE_FAILED.
 */
export function runPlaybook(
  io: ConnectorIo,
  settings: AnsibleSettings,
  input: PlaybookInput,
  onTask: (task: AnsibleTask) => void,
): Promise<readonly AnsibleTask[]> {
  const body: Part = { variables: input.variables, ...(input.limit === undefined ? {} : { limit: input.limit }) };
  return io.call(
    { connector: "ansible", method: "RUN", target: input.playbook, body },
    (signal) => perform(settings, input, onTask, signal),
    [],
    (tasks) => tasks.map((task) => `${task.state}: ${task.name}`).join("\n"),
  );
}

async function perform(
  settings: AnsibleSettings,
  input: PlaybookInput,
  onTask: (task: AnsibleTask) => void,
  signal: AbortSignal,
): Promise<readonly AnsibleTask[]> {
  const playbook = await playbookPath(settings, input.playbook);
  const folder = await mkdtemp(join(tmpdir(), "tierline-ansible-"));
  try {
    await chmod(folder, 0o700);
    const argumentsOf = await writeInputs(settings, input, folder);
    const hidden = secretsOf(input.variables);
    const tasks: AnsibleTask[] = [];
    const end = await runProgram({
      executable: settings.executable,
      arguments: [...argumentsOf, "--", playbook],
      folder,
      environment: environmentOf(folder),
      timeoutMs: settings.timeoutMs,
      signal,
      onLine: (line) => {
        const task = readTaskLine(line, hidden);
        if (task === null) return;
        tasks.push(task);
        onTask(task);
      },
    });
    assertSucceeded(end, tasks, hidden);
    return tasks;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function playbookPath(settings: AnsibleSettings, name: string): Promise<string> {
  if (settings.playbookFolder === "") throw failed("permanent", say("ansible.noFolder"));
  try {
    const folder = await realpath(settings.playbookFolder);
    const path = await realpath(join(folder, name));
    if (path.startsWith(folder + sep)) return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  throw failed("permanent", say("ansible.noPlaybook", { name }));
}

async function writeInputs(settings: AnsibleSettings, input: PlaybookInput, folder: string): Promise<string[]> {
  const variables = join(folder, "variables.json");
  await writeFile(variables, JSON.stringify(revealed(input.variables)), { mode: 0o600 });
  const list = ["--inventory", settings.inventory, "--extra-vars", `@${variables}`];
  if (input.limit !== undefined) list.push(`--limit=${input.limit}`);
  if (settings.vaultPassword.reveal() !== "") {
    const password = join(folder, "vault-password");
    await writeFile(password, settings.vaultPassword.reveal(), { mode: 0o600 });
    list.push("--vault-password-file", password);
  }
  return list;
}

/** Only what Ansible needs: the environment of this process holds secrets that are not for playbooks. */
function environmentOf(folder: string): Record<string, string> {
  const { PATH = "", HOME = folder, SSH_AUTH_SOCK } = process.env;
  return {
    PATH,
    HOME,
    LANG: "C.UTF-8",
    ...(SSH_AUTH_SOCK === undefined ? {} : { SSH_AUTH_SOCK }),
    ANSIBLE_CALLBACK_PLUGINS: import.meta.dirname,
    ANSIBLE_STDOUT_CALLBACK: "tierline_tasks",
    ANSIBLE_LOCAL_TEMP: join(folder, "local"),
    ANSIBLE_NOCOLOR: "1",
    ANSIBLE_RETRY_FILES_ENABLED: "0",
  };
}

function secretsOf(part: Part): string[] {
  if (part instanceof Secret) return [part.reveal()];
  if (typeof part === "object" && part !== null) return Object.values(part).flatMap((each) => secretsOf(each as Part));
  return [];
}

/** Exit codes of ansible-playbook: 2 a task failed on a host, 4 a host was unreachable; 1 and 5 errors in the playbook itself. */
function assertSucceeded(end: ProgramEnd, tasks: readonly AnsibleTask[], hidden: readonly string[]): void {
  if (end.kind === "missing") {
    throw new ConnectorFailure(
      "permanent",
      "ANSIBLE_MISSING",
      "ansible-playbook is not installed on the worker's machine",
    );
  }
  if (end.kind === "stopped") throw failed("unknown", end.why);
  // It is content with a playbook whose hosts are not in its inventory, and does nothing.
  if (end.code === 0 && tasks.length === 0) throw failed("permanent", say("ansible.noTask"));
  if (end.code === 0) return;
  const worst = tasks.findLast((task) => task.state === "failed" || task.state === "unreachable");
  const what = worst === undefined ? withoutSecrets(end.lastErrors, hidden) : `${worst.name}: ${worst.message}`;
  throw failed(end.code === 4 ? "retryable" : "permanent", `exit code ${end.code}; ${what}`);
}

function failed(outcome: "retryable" | "permanent" | "unknown", why: Words): ConnectorFailure {
  return new ConnectorFailure(outcome, "ANSIBLE_FAILED", say("ansible.failed", { why }));
}
