import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorDefinition } from "../definition.ts";
import { ansibleSchema, ansibleSettings, type AnsibleSettings } from "./settings.ts";
import { runProgram } from "./run-program.ts";

const probeTimeoutMs = 10_000;

export const definition: ConnectorDefinition<AnsibleSettings> = {
  key: "ansible",
  title: "Ansible",
  protocol: "ansible-playbook",
  settings: ansibleSettings,
  schema: ansibleSchema,
  /** The lab has no machines to configure. */
  labSettings: () => ansibleSchema.parse({}),
  async probe(settings, signal) {
    let version = "";
    const end = await runProgram({
      executable: settings.executable,
      arguments: ["--version"],
      folder: process.cwd(),
      environment: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/", LANG: "C.UTF-8" },
      timeoutMs: probeTimeoutMs,
      signal,
      onLine: (line) => (version ||= line),
    });
    if (end.kind === "missing") {
      return { state: "NOT_APPLICABLE", message: say("failure.ANSIBLE_MISSING"), latencyMs: null };
    }
    if (end.kind === "stopped") return { state: "FAILED", message: `ansible-playbook: ${end.why}`, latencyMs: null };
    if (end.code !== 0) return { state: "FAILED", message: end.lastErrors, latencyMs: null };
    return { state: "OK", message: version, latencyMs: null };
  },
  endpointOf: (settings) => settings.executable,
};
