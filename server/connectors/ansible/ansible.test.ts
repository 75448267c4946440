import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Secret } from "../../kernel/secret.ts";
import { doingIo, planningIo } from "../../testkit/lab.ts";
import { definition } from "./definition.ts";
import { runPlaybook, type PlaybookInput } from "./run-playbook.ts";
import { ansibleSchema, type AnsibleSettings } from "./settings.ts";
import type { AnsibleTask } from "./task-line.ts";

let folder: string;
let executable: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tierline-test-"));
  mkdirSync(join(folder, "playbooks"));
  executable = join(folder, "ansible-playbook");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for the program: a script that says what we want and leaves what it was given in `seen.json`. */
function pretend(script: string): AnsibleSettings {
  const keep = `
    const fs = require("node:fs");
    const given = process.argv.slice(2);
    const file = given[given.indexOf("--extra-vars") + 1]?.slice(1);
    const mode = file ? (fs.statSync(file).mode & 0o777).toString(8) : "";
    const variables = file ? fs.readFileSync(file, "utf8") : "";
    const seen = { given, file, mode, variables, environment: Object.keys(process.env), cwd: process.cwd() };
    fs.writeFileSync(${JSON.stringify(join(folder, "seen.json"))}, JSON.stringify(seen));
    const say = (task, state, message = "") => console.log(JSON.stringify({ task, state, hosts: 1, message }));`;
  writeFileSync(executable, `#!${process.execPath}\n${keep}\n${script}`);
  chmodSync(executable, 0o755);
  writeFileSync(join(folder, "playbooks", "cpe.yml"), "[]");
  return ansibleSchema.parse({ playbookFolder: join(folder, "playbooks"), executable, inventory: "router," });
}

interface Seen {
  readonly given: string[];
  readonly file: string;
  readonly mode: string;
  readonly variables: string;
  readonly environment: string[];
  readonly cwd: string;
}
const seen = (): Seen => JSON.parse(readFileSync(join(folder, "seen.json"), "utf8")) as Seen;

function run(settings: AnsibleSettings, input: Partial<PlaybookInput> = {}, signal?: AbortSignal) {
  const tasks: AnsibleTask[] = [];
  const io = doingIo("run_1:configure", signal);
  const whole = { playbook: "cpe.yml", variables: {}, ...input };
  return { io, tasks, end: runPlaybook(io, settings, whole, (task) => tasks.push(task)) };
}

test("each task is told as it ends, and lines that are none of ours are passed over", async () => {
  const settings = pretend(
    `say("Gather", "ok"); console.log("[WARNING]: x"); console.log("{}"); say("Configure", "changed");`,
  );
  const { end, tasks } = run(settings);
  expect(await end).toEqual(tasks);
  expect(tasks).toEqual([
    { name: "Gather", state: "ok", hosts: 1, message: "" },
    { name: "Configure", state: "changed", hosts: 1, message: "" },
  ]);
});

test("variables travel in a private file that is gone afterwards, never in the command line, a plan or a line", async () => {
  const secret = new Secret("hunter2-of-the-test");
  const settings = pretend(`say("Set", "failed", "could not set " + JSON.parse(variables).pass); process.exit(2);`);
  const { end, tasks, io } = run(settings, { variables: { pass: secret, serial: "$(reboot); 'x'" }, limit: "router" });
  await expect(end).rejects.toMatchObject({
    outcome: "permanent",
    code: "ANSIBLE_FAILED",
    message: expect.stringContaining("Set"),
  });
  expect(JSON.parse(seen().variables)).toEqual({ pass: secret.reveal(), serial: "$(reboot); 'x'" });
  expect(seen().mode).toBe("600");
  expect(existsSync(seen().file)).toBe(false);
  expect(existsSync(seen().cwd)).toBe(false);
  expect(seen().given).toEqual([
    "--inventory",
    "router,",
    "--extra-vars",
    `@${seen().file}`,
    "--limit=router",
    "--",
    join(folder, "playbooks", "cpe.yml"),
  ]);
  expect(tasks[0]?.message).toBe("could not set ••••••");
  expect(JSON.stringify([io.calls, tasks, await end.catch(String)])).not.toContain(secret.reveal());
});

test("what the program says in its own words holds no secret either", async () => {
  const pass = new Secret("hunter2-of-the-test");
  const settings = pretend(`console.error("ERROR! cannot use " + JSON.parse(variables).pass); process.exit(1);`);
  await expect(run(settings, { variables: { pass } }).end).rejects.toMatchObject({
    message: "Ansible did not finish: exit code 1; ERROR! cannot use ••••••",
  });
});

test("the environment of this process is not for playbooks", async () => {
  process.env["TIERLINE_SECRET_OF_TEST"] = "x";
  await run(pretend(`say("Set", "ok");`)).end;
  delete process.env["TIERLINE_SECRET_OF_TEST"];
  expect(seen().environment).not.toContain("TIERLINE_SECRET_OF_TEST");
});

test.each([
  ["a task failed", "process.exit(2)", "permanent"],
  ["a host is unreachable", `say("Gather", "unreachable", "no route"); process.exit(4)`, "retryable"],
  ["the playbook is wrong", `console.error("ERROR! Syntax Error"); process.exit(4 + 1)`, "permanent"],
  ["it did nothing", `console.log("skipping: no hosts matched")`, "permanent"],
  ["it was killed", `process.kill(process.pid, "SIGKILL")`, "unknown"],
])("%s", async (_what, script, outcome) => {
  await expect(run(pretend(script)).end).rejects.toMatchObject({ outcome, code: "ANSIBLE_FAILED" });
});

test.each(["../outside.yml", "/etc/passwd", "link.yml", "missing.yml", "."])(
  "%s is no playbook of ours",
  async (playbook) => {
    const settings = pretend("");
    writeFileSync(join(folder, "outside.yml"), "[]");
    if (!existsSync(join(folder, "playbooks", "link.yml"))) {
      symlinkSync(join(folder, "outside.yml"), join(folder, "playbooks", "link.yml"));
    }
    rmSync(join(folder, "seen.json"), { force: true });
    await expect(run(settings, { playbook }).end).rejects.toMatchObject({
      outcome: "permanent",
      code: "ANSIBLE_FAILED",
    });
    expect(existsSync(join(folder, "seen.json"))).toBe(false);
  },
);

test("it does not end: stopped with everything it started, and not known how far it came", async () => {
  const marker = join(folder, "grandchild");
  const grandchild = `setInterval(() => require("node:fs").writeFileSync(${JSON.stringify(marker)}, String(Date.now())), 20)`;
  const settings = pretend(
    `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "ignore" }); setInterval(() => {}, 1000);`,
  );
  const attempt = run({ ...settings, timeoutMs: 800 });
  await expect(attempt.end).rejects.toMatchObject({ outcome: "unknown", code: "ANSIBLE_FAILED" });
  const last = existsSync(marker) ? readFileSync(marker, "utf8") : "";
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(existsSync(marker) ? readFileSync(marker, "utf8") : "").toBe(last);
  const giveUp = new AbortController();
  const stopped = run(settings, {}, giveUp.signal);
  setTimeout(() => giveUp.abort(), 100);
  await expect(stopped.end).rejects.toMatchObject({ outcome: "unknown" });
  expect(existsSync(seen().cwd)).toBe(false);
});

test("more output than anybody reads ends it", async () => {
  const settings = pretend(`const x = "x".repeat(1e6); for (;;) require("node:fs").writeSync(1, x);`);
  await expect(run(settings).end).rejects.toMatchObject({
    outcome: "unknown",
    message: expect.stringContaining("bytes of output"),
  });
});

test("not installed: permanent, and health says so without alarm", async () => {
  const settings = { ...pretend(""), executable: "ansible-playbook-that-is-not-there" };
  await expect(run(settings).end).rejects.toMatchObject({ outcome: "permanent", code: "ANSIBLE_MISSING" });
  expect(await definition.probe(settings, AbortSignal.timeout(5_000))).toMatchObject({ state: "NOT_APPLICABLE" });
});

test("planning starts nothing", async () => {
  const settings = pretend("");
  rmSync(join(folder, "seen.json"), { force: true });
  const io = planningIo("‹run›:configure");
  await runPlaybook(io, settings, { playbook: "cpe.yml", variables: { pin: new Secret("1") } }, () => {});
  expect(io.calls).toMatchObject([{ connector: "ansible", method: "RUN", target: "cpe.yml" }]);
  expect(existsSync(join(folder, "seen.json"))).toBe(false);
});

const isInstalled = spawnSync("ansible-playbook", ["--version"]).status === 0;
if (!isInstalled) console.log("ansible-playbook is not installed: its connector is tested with a stand-in only.");

describe.runIf(isInstalled)("with the real ansible-playbook", () => {
  const playbook = `
- hosts: all
  connection: local
  gather_facts: false
  tasks:
    - name: Say the serial
      ansible.builtin.debug:
        msg: "{{ serial }}"
    - name: Keep it
      ansible.builtin.copy:
        content: "{{ serial }}"
        dest: "{{ target }}"
        mode: "0600"
    - name: Only elsewhere
      ansible.builtin.debug:
        msg: x
      when: false
    - name: Does not matter
      ansible.builtin.command: "false"
      ignore_errors: true
    - name: Check the pin
      ansible.builtin.assert:
        that: pin == "1234"
        fail_msg: "the pin {{ pin }} is wrong"
`;
  const settingsOf = (): AnsibleSettings =>
    ansibleSchema.parse({ playbookFolder: join(folder, "playbooks"), inventory: "one,two," });

  test("one line per task, hosts taken together; a second run changes nothing", async () => {
    const target = join(folder, "kept");
    writeFileSync(join(folder, "playbooks", "real.yml"), playbook);
    const input = {
      playbook: "real.yml",
      variables: { serial: "CPE-1", target, pin: new Secret("1234") },
      limit: "one",
    };
    const first = run(settingsOf(), input);
    await first.end;
    const states = (tasks: readonly AnsibleTask[]): string[] => tasks.map((task) => `${task.name}: ${task.state}`);
    expect(states(first.tasks)).toEqual([
      "Say the serial: ok",
      "Keep it: changed",
      "Only elsewhere: skipped",
      "Does not matter: ignored",
      "Check the pin: ok",
    ]);
    expect(readFileSync(target, "utf8")).toBe("CPE-1");
    const second = run(settingsOf(), input);
    await second.end;
    expect(states(second.tasks)[1]).toBe("Keep it: ok");
  });

  test("a failed task is named with its message, secrets masked", async () => {
    writeFileSync(join(folder, "playbooks", "real.yml"), playbook);
    const variables = { serial: "CPE-1", target: join(folder, "kept"), pin: new Secret("9999-of-the-test") };
    const { end, tasks } = run(settingsOf(), { playbook: "real.yml", variables });
    await expect(end).rejects.toMatchObject({
      outcome: "permanent",
      message: "Ansible did not finish: exit code 2; Check the pin: the pin •••••• is wrong",
    });
    expect(tasks.at(-1)).toMatchObject({ state: "failed", hosts: 2 });
  });

  test("health tells its version", async () => {
    expect(await definition.probe(settingsOf(), AbortSignal.timeout(20_000))).toMatchObject({
      state: "OK",
      message: expect.stringContaining("ansible-playbook"),
    });
  });
});
