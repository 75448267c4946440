import { isIP } from "node:net";
import { trunkDescriptionLengthMax, trunkPasswordLengthMax, trunkUserLengthMax } from "@tierline/shared/limits.ts";
import { sipPortMax, transports, usualSipPort, type Transport } from "@tierline/shared/onboarding.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText, type Noun } from "../kernel/checked-text.ts";
import type { Refusals } from "../kernel/rejection.ts";
import type { PbxTrunkRow } from "./trunk.entity.ts";

/** A trunk as somebody says it; NaN is a number that is none. */
export interface TrunkSaid {
  readonly ipAddress?: string | null | undefined;
  readonly sipPort?: number | null | undefined;
  readonly transport?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly users?: number | null | undefined;
  readonly pbxUser?: string | null | undefined;
  readonly gatewayUser?: string | null | undefined;
}

/** Left out: as it was. Empty: none. */
export interface TrunkPasswords {
  readonly pbxPassword?: string | null | undefined;
  readonly gatewayPassword?: string | null | undefined;
}

export type TrunkFacts = Pick<
  PbxTrunkRow,
  "ipAddress" | "sipPort" | "transport" | "description" | "pbxUser" | "gatewayUser"
> & { readonly users: number | null };

const usersMax = 1_000_000;

/** Every wrong field at once, those of the passwords beside the rest, as the input has them (MX12). */
export function checkTrunk(refusals: Refusals, said: TrunkSaid, at: readonly string[]): TrunkFacts {
  const transport = checkTransport(refusals, said.transport ?? "", [...at, "transport"]);
  const text = (field: "description" | "pbxUser" | "gatewayUser", noun: Noun, max: number) =>
    checkText(refusals, said[field], { noun, max }, ...at, field) ?? "";
  return {
    ipAddress: checkHost(refusals, said.ipAddress ?? "", [...at, "ipAddress"]),
    sipPort: checkPort(refusals, said.sipPort ?? usualSipPort(transport), [...at, "sipPort"]),
    transport,
    description: text("description", "noun.description", trunkDescriptionLengthMax),
    users: checkUsers(refusals, said.users ?? null, [...at, "users"]),
    pbxUser: text("pbxUser", "noun.user", trunkUserLengthMax),
    gatewayUser: text("gatewayUser", "noun.user", trunkUserLengthMax),
  };
}

/** They are no part of what was typed before, but of the call that has them kept. */
export function checkPasswords(refusals: Refusals, passwords: TrunkPasswords): void {
  for (const field of ["pbxPassword", "gatewayPassword"] as const) {
    checkText(refusals, passwords[field], { noun: "noun.password", max: trunkPasswordLengthMax }, field);
  }
}

function checkTransport(refusals: Refusals, text: string, at: readonly string[]): Transport {
  const transport = transports.find((each) => each === text) ?? null;
  if (transport === null && text !== "") refusals.add("INVALID", say("trunk.transport"), ...at);
  return transport ?? "TCP";
}

// RFC 1123, 2.1; a last label of digits alone would be an IPv4 address that is none.
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const hostName = new RegExp(`^(?=.{1,253}$)(?:${label}\\.)*(?=.*[a-z])${label}$`, "i");

function checkHost(refusals: Refusals, text: string, at: readonly string[]): string {
  const host = text.trim();
  if (host === "") refusals.add("REQUIRED", say("trunk.addressMissing"), ...at);
  else if (isIP(host) === 0 && (!hostName.test(host) || /(^|\.)\d+$/.test(host))) {
    refusals.add("INVALID", say("trunk.address"), ...at);
  }
  return host.toLowerCase();
}

function checkPort(refusals: Refusals, port: number, at: readonly string[]): number {
  if (!Number.isInteger(port) || port < 1 || port > sipPortMax) {
    refusals.add("INVALID", say("trunk.port", { max: sipPortMax }), ...at);
  }
  return port;
}

function checkUsers(refusals: Refusals, users: number | null, at: readonly string[]): number | null {
  if (users !== null && (!Number.isInteger(users) || users < 0 || users > usersMax)) {
    refusals.add("INVALID", say("trunk.users", { max: usersMax }), ...at);
  }
  return users;
}
