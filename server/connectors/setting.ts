import type { SentenceKey } from "@tierline/shared/sentences/catalogue.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { connectorTimeoutMs, type SettingDefinition } from "../kernel/connector.ts";
import { Secret } from "../kernel/secret.ts";

const textMax = 4_000;
const timeoutMsMax = 60_000;

/** Text that is never shown again; empty means none. */
export function secretSetting() {
  return z.union([
    z.instanceof(Secret),
    z
      .string()
      .max(textMax)
      .transform((text) => new Secret(text)),
  ]);
}

export function textSetting() {
  return z.string().trim().max(textMax);
}

export function switchSetting() {
  return z.union([z.boolean(), z.stringbool()]);
}

export function timeoutSetting(defaultMs = connectorTimeoutMs, maxMs = timeoutMsMax) {
  return z.coerce.number().int().min(10).max(maxMs).default(defaultMs);
}

/** An address of a web server, without credentials in it: those have a secret setting of their own. */
export function webAddressSetting() {
  return textSetting()
    .pipe(z.url({ protocol: /^https?$/, error: "value.webAddress" satisfies SentenceKey }))
    .refine((text) => {
      const url = URL.parse(text);
      return url !== null && url.username === "" && url.password === "";
    }, "value.webAddress" satisfies SentenceKey);
}

/** A PostgreSQL address. It carries a password, so the whole of it is secret. */
export function databaseAddressSetting() {
  return secretSetting().refine(
    (secret) => /^postgres(ql)?:$/.test(URL.parse(secret.reveal())?.protocol ?? ""),
    "value.databaseAddress" satisfies SentenceKey,
  );
}

export const timeoutDefinition: SettingDefinition = {
  key: "timeoutMs",
  label: say("setting.timeLimit"),
  isSecret: false,
};

/** `host:port` of an address, for breakers and for people. */
export function hostAndPort(address: string): string {
  const url = new URL(address);
  const usual: Record<string, string> = { "http:": "80", "https:": "443", "postgres:": "5432", "postgresql:": "5432" };
  return `${url.hostname}:${url.port === "" ? (usual[url.protocol] ?? "") : url.port}`;
}
