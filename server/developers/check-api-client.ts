import { ipListMax, keyDaysMax, keyLengthMax, nameLengthMax, requestsPerMinuteMax } from "@tierline/shared/limits.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { isScope, permissionsOfScopes, type Scope } from "@tierline/shared/scope.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { networkOf } from "./ip-list.ts";

// Each answers what would be stored; whether it may be is in the refusals, which the caller settles once all are known.

export function checkName(refusals: Refusals, name: string): string {
  return checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name") ?? "";
}

/** Nobody gives a program what they may not do themselves. */
export function checkScopes(refusals: Refusals, scopes: readonly string[], own: ReadonlySet<Permission>): Scope[] {
  if (scopes.length === 0) refusals.add("REQUIRED", say("apiClient.noScope"), "scopes");
  scopes.forEach((scope, index) => {
    const isOwn = isScope(scope) && [...permissionsOfScopes([scope])].every((permission) => own.has(permission));
    if (!isOwn)
      refusals.add("INVALID", say("apiClient.scope", { scope: scope.slice(0, keyLengthMax) }), "scopes", String(index));
  });
  return [...new Set(scopes)].filter(isScope);
}

export function checkIpList(refusals: Refusals, list: readonly string[]): string[] {
  if (list.length > ipListMax) refusals.add("TOO_LONG", say("apiClient.ipListLength", { max: ipListMax }), "ipList");
  const networks = list.slice(0, ipListMax).map((text, index) => {
    const network = networkOf(text);
    if (network === null) refusals.add("INVALID", say("apiClient.address"), "ipList", String(index));
    return network ?? "";
  });
  return [...new Set(networks)];
}

export function checkRequestsPerMinute(refusals: Refusals, count: number): number {
  if (count < 1 || count > requestsPerMinuteMax)
    refusals.add("INVALID", say("apiClient.pace", { max: requestsPerMinuteMax }), "requestsPerMinute");
  return count;
}

export function checkDays(refusals: Refusals, days: number): number {
  if (days < 1 || days > keyDaysMax) refusals.add("INVALID", say("apiKey.days", { max: keyDaysMax }), "days");
  return days;
}
