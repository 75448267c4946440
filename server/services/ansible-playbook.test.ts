import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playbookSchema } from "@tierline/shared/playbook.ts";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { inEnglish } from "../testkit/in-english.ts";
import { ansibleSchema } from "../connectors/ansible/settings.ts";
import type { InjectedFault } from "../testkit/crash-tester-engine.ts";
import { crashWorld } from "../testkit/crash-tester.ts";
import { rollBackRun } from "../provisioning/operate-run.ts";
import { planRun } from "../provisioning/plan-run.ts";
import type { RunModel } from "../provisioning/run-model.ts";
import { ansiblePlaybookAction } from "./ansible-playbook.action.ts";

const folder = mkdtempSync(join(tmpdir(), "tierline-test-"));
const playbooks = join(folder, "playbooks");
const standIn = join(folder, "ansible-playbook");
mkdirSync(playbooks);
for (const name of ["configure.yml", "reset.yml"]) writeFileSync(join(playbooks, name), "[]");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = { playbookFolder: playbooks, inventory: "router,", executable: standIn, timeoutMs: 2_000 };
let changed: Partial<typeof settings> = {};
const t = await crashWorld({
  actions: [ansiblePlaybookAction],
  settingsOf: async () => ansibleSchema.parse({ ...settings, ...changed }),
});
const engine = await t.manual();

/** Stands in for the program: notes which playbook it was given and with what, then does as the script says. */
function pretend(script: string): void {
  writeFileSync(
    standIn,
    `#!${process.execPath}
    const fs = require("node:fs");
    const given = process.argv.slice(2);
    const variables = JSON.parse(fs.readFileSync(given[given.indexOf("--extra-vars") + 1].slice(1), "utf8"));
    const playbook = given.at(-1).split("/").at(-1);
    fs.appendFileSync(${JSON.stringify(join(folder, "seen"))}, JSON.stringify({ playbook, variables }) + "\\n");
    const say = (task, state, message = "") => console.log(JSON.stringify({ task, state, hosts: 1, message }));
    ${script}`,
  );
  chmodSync(standIn, 0o755);
}

const works = `say("Greet", "ok"); say("Set the serial", "changed");`;
beforeEach(() => {
  pretend(works);
  changed = {};
  rmSync(join(folder, "seen"), { force: true });
});

function seen(): { playbook: string; variables: unknown }[] {
  if (!existsSync(join(folder, "seen"))) return [];
  const lines = readFileSync(join(folder, "seen"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as { playbook: string; variables: unknown });
}

const input = {
  playbook: "configure.yml",
  variables: { serial: "${name}", channel: 7, isOn: true },
  limit: "router",
  undoPlaybook: "reset.yml",
};
const given = { channel: 7, isOn: true, serial: "CPE-1" };
const variables = { name: "CPE-1" };
let keys = 0;

function tasksWith(more: object) {
  const task = { key: "cpe", title: "Configure the modem", action: "ansible.run-playbook", maxAttempts: 2 };
  return [{ ...task, input: { ...input, ...more } }];
}

async function play(more: object = {}, fault: InjectedFault["at"] | null = null): Promise<RunModel> {
  const key = `ansible-${(keys += 1)}`;
  await t.playbook(key, tasksWith(more));
  const { id } = await t.start(key, variables, { undoableUntil: new Date("2030-01-01T00:00:00Z") });
  engine.fault = fault === null ? null : { taskKey: "cpe", deed: "DO", at: fault, how: "CRASH" };
  return engine.drive(id);
}

async function rolledBack({ id, sequence }: RunModel): Promise<RunModel> {
  await rollBackRun(t.as("agent@acme.test"), { id, sequence });
  return engine.drive(id);
}

async function logOf({ id }: RunModel): Promise<{ message: string; request: string; response: string }[]> {
  return t.world.database.rows("select message, request, response from task_log where run_id = $1 order by id", [id]);
}

describe("Ansible, by a stand-in for the program", () => {
  test("a run ends with what was configured, and its log has a line for each of Ansible's tasks", async () => {
    const run = await play();
    expect(run).toMatchObject({ state: "SUCCEEDED", error: null });
    expect(run.tasks[0]).toMatchObject({ output: { tasks: 2 }, detail: "Set the serial: changed", attempt: 1 });
    expect(seen()).toEqual([{ playbook: "configure.yml", variables: given }]);
    expect(await logOf(run)).toMatchObject([
      {
        message: "ansible RUN configure.yml",
        response: "ok: Greet\nchanged: Set the serial",
      },
    ]);
  });

  test("O3: the plan shows the very call that is made, and starts nothing", async () => {
    const document = playbookSchema.parse({ key: "p", title: "P", kind: "provision", tasks: tasksWith({}) });
    const facts = { ...(await play()), id: "" };
    rmSync(join(folder, "seen"), { force: true });
    const [task] = await planRun(t.parts, { document, variables, run: facts });
    expect(seen()).toEqual([]);
    expect(task).toMatchObject({ detail: "configure.yml", calls: [{ method: "RUN", target: "configure.yml" }] });
    const [line] = await logOf(await play());
    expect(line?.request).toBe(task?.calls[0]?.body);
    expect(JSON.parse(line?.request ?? "")).toEqual({ limit: "router", variables: given });
  });

  test("undoing runs the playbook that undoes it, with the same variables", async () => {
    const run = await rolledBack(await play());
    expect(run.state).toBe("ROLLED_BACK");
    expect(seen()).toEqual([
      { playbook: "configure.yml", variables: given },
      { playbook: "reset.yml", variables: given },
    ]);
  });

  test("without one nothing is undone, and the task says so", async () => {
    const run = await rolledBack(await play({ undoPlaybook: undefined }));
    expect(inEnglish(run.tasks[0]?.detail)).toBe("The playbook names no Ansible playbook that would undo it");
    expect(seen()).toHaveLength(1);
  });

  test("O45: after a crash it is run once more: a playbook says what shall be", async () => {
    const run = await play({}, "AFTER");
    expect(run.state).toBe("SUCCEEDED");
    expect(seen()).toHaveLength(2);
    expect(new Set(seen().map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test.each([
    ["garbage", `console.log("<html>It works!</html>")`, "it ran no task on any machine", 1],
    [
      "50 MB",
      `for (let i = 0; i < 50; i++) fs.writeSync(1, "x".repeat(1e6));`,
      "more than 10000000 bytes of output",
      2,
    ],
    ["nothing, for ever", "setInterval(() => {}, 1_000);", "no end within 0.5 s", 2],
    [
      "a failed task",
      `say("Set the serial", "failed", "no such card"); process.exit(2);`,
      "exit code 2; Set the serial: no such card",
      1,
    ],
    [
      "an unreachable host",
      `say("Greet", "unreachable", "no route"); process.exit(4);`,
      "exit code 4; Greet: no route",
      2,
    ],
  ])("%s fails the task with a clear line", async (_what, script, line, attempts) => {
    pretend(script);
    changed = { timeoutMs: line.startsWith("no end") ? 500 : 30_000 };
    const run = await play();
    const message = `Ansible did not finish: ${line}`;
    expect(inEnglish(run)).toMatchObject({
      state: "FAILED",
      error: { code: "ANSIBLE_FAILED", message, taskKey: "cpe" },
    });
    expect(run.tasks[0]).toMatchObject({ state: "FAILED", attempt: attempts });
  });

  test("where it is not installed the task says that", async () => {
    changed = { executable: join(folder, "not-there") };
    expect(await play()).toMatchObject({ state: "FAILED", error: { code: "ANSIBLE_MISSING" } });
  });

  test.each(["../configure.yml", "/etc/hosts.yml", "configure.txt", "-v.yml", ""])(
    "%j is no file of the folder, and nothing is run",
    async (playbook) => {
      const run = await play({ playbook });
      expect(run.state).toBe("FAILED");
      expect(["INPUT_INVALID", "ANSIBLE_FAILED"]).toContain(run.error?.code);
      expect(seen()).toEqual([]);
    },
  );
});

const isInstalled = spawnSync("ansible-playbook", ["--version"]).status === 0;
if (!isInstalled) console.log("ansible-playbook is not installed: its action is tested with a stand-in only.");

describe.runIf(isInstalled)("Ansible, by the program itself", () => {
  const target = join(folder, "configured");
  const playbookOf = (task: string) => `
- hosts: all
  connection: local
  gather_facts: false
  tasks:
    - name: The modem
      ${task}
`;

  test("what it configures is there after the run, and gone after the roll-back", async () => {
    const put = `ansible.builtin.copy: { content: "{{ serial }}", dest: "${target}", mode: "0600" }`;
    const remove = `ansible.builtin.file: { path: "${target}", state: absent }`;
    writeFileSync(join(playbooks, "configure.yml"), playbookOf(put));
    writeFileSync(join(playbooks, "reset.yml"), playbookOf(remove));
    changed = { executable: "ansible-playbook", timeoutMs: 60_000 };
    const run = await play({}, "AFTER");
    expect(run.tasks[0]).toMatchObject({ state: "SUCCEEDED", detail: "The modem: ok", output: { tasks: 1 } });
    expect(readFileSync(target, "utf8")).toBe("CPE-1");
    expect((await rolledBack(run)).state).toBe("ROLLED_BACK");
    expect(existsSync(target)).toBe(false);
  });

  test("hosts that are in no inventory are no success", async () => {
    writeFileSync(join(playbooks, "configure.yml"), playbookOf("ansible.builtin.ping:").replace("all", "nobody"));
    changed = { executable: "ansible-playbook", timeoutMs: 60_000 };
    expect(inEnglish((await play()).error?.message)).toBe("Ansible did not finish: it ran no task on any machine");
  });
});
