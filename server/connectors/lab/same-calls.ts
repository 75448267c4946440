import type { OutsideCall } from "../../kernel/connector.ts";
import { masked, Secret } from "../../kernel/secret.ts";
import type { LabCall } from "./storage.ts";

export type RecordedCall = Pick<LabCall, "element" | "method" | "target" | "body">;
/** As a plan keeps it: `body` rendered already. */
export type PlannedCall = Omit<OutsideCall, "body"> & { readonly body: string };

/** A call as it may be seen. */
export function renderCall(call: OutsideCall): PlannedCall {
  return { connector: call.connector, method: call.method, target: call.target, body: masked(call.body) };
}

/**
 * Compares what was planned with what the lab wrote down, byte for byte; a secret and a ‹not yet known› stand for any value
 * in their place. Null when they are the same, else the first difference in words.
 */
export function firstDifference(planned: readonly PlannedCall[], recorded: readonly RecordedCall[]): string | null {
  for (const [index, plan] of planned.entries()) {
    const deed = recorded[index];
    if (deed === undefined) return `call ${index + 1} was planned and never made: ${line(plan)}`;
    const isSame =
      plan.connector === deed.element &&
      plan.method === deed.method &&
      pattern(plan.target).test(deed.target) &&
      pattern(plan.body).test(deed.body);
    if (!isSame)
      return `call ${index + 1} differs:\n  planned ${line(plan)}\n  made    ${line({ ...deed, connector: deed.element })}`;
  }
  const extra = recorded[planned.length];
  return extra === undefined
    ? null
    : `a call was made and never planned: ${line({ ...extra, connector: extra.element })}`;
}

const mask = new Secret("").toString();
/** A whole JSON text that is not known (whose value may be of any kind), a part of a text that is not known, a secret. */
const open = new RegExp(`"‹[^"›]*›"|‹[^›]*›|${mask}`, "g");
const jsonScalar = String.raw`(?:"(?:[^"\\]|\\.)*"|-?[0-9.eE+-]+|true|false|null)`;
const jsonTextPart = String.raw`(?:[^"\\]|\\.)*`;

function pattern(text: string): RegExp {
  let source = "";
  let at = 0;
  for (const match of text.matchAll(open)) {
    source += literal(text.slice(at, match.index)) + (match[0].startsWith('"') ? jsonScalar : jsonTextPart);
    at = match.index + match[0].length;
  }
  return new RegExp(`^${source}${literal(text.slice(at))}$`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

function line(call: PlannedCall): string {
  return `${call.connector} ${call.method} ${call.target} ${call.body}`;
}
