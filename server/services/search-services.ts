import { decodeId, prefixOf } from "@tierline/shared/id.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { phoneQueryOf } from "@tierline/shared/phone-number.ts";
import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/min";
import { say } from "@tierline/shared/sentence.ts";
import { reversed } from "../inventory/item-search.ts";
import type { Context } from "../kernel/context.ts";
import { containing } from "../kernel/like.ts";
import { AccessError } from "../kernel/rejection.ts";

/** A part of a `where`, with what its question marks stand for. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const numberMax = 2_147_483_647;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * OX6: a service is found by a part of its name or of its customer's, by its number or the customer's, by the whole of its id, and
 * by a phone number on it: digits from the beginning, with or without country code or leading zero, or from the end.
 */
export async function searchCondition(context: Context, search: string): Promise<Condition> {
  const text = search.trim();
  if (text.length > searchLengthMax)
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "search", max: searchLengthMax }));
  const id = idIn(text);
  if (id !== null) return { sql: "s.id = ?", params: [id] };
  const pattern = containing(text.toLowerCase());
  const parts: Condition[] = [
    { sql: "lower(s.name) like ?", params: [pattern] },
    { sql: "s.customer_id in (select id from customer where lower(name) like ?)", params: [pattern] },
  ];
  if (/^\d{1,10}$/.test(text) && Number(text) <= numberMax) {
    parts.push({ sql: "s.number = ?", params: [Number(text)] });
    parts.push({ sql: "s.customer_id in (select id from customer where number = ?)", params: [Number(text)] });
  }
  const phone = await phoneCondition(context, text);
  if (phone !== null) parts.push(phone);
  return { sql: `(${parts.map((part) => part.sql).join(" or ")})`, params: parts.flatMap((part) => part.params) };
}

function idIn(text: string): string | null {
  if (uuidPattern.test(text)) return text.toLowerCase();
  return prefixOf(text) === "svc" ? decodeId("svc", text) : null;
}

/** Numbers are stored as E.164, so the national form is looked for behind the calling codes of the viewer's resellers. */
async function phoneCondition(context: Context, text: string): Promise<Condition | null> {
  const digits = phoneQueryOf(text);
  if (digits === null) return null;
  const beginnings = new Set(digits.startsWith("0") ? [] : [`+${digits}`]);
  const isInternational = /^\s*(\+|00)/.test(text);
  if (!isInternational)
    for (const code of await callingCodes(context)) beginnings.add(`+${code}${digits.replace(/^0/, "")}`);
  const likes = [...beginnings].map((beginning) => ({ sql: "i.identifier like ?", params: [`${beginning}%`] }));
  likes.push({ sql: "i.identifier_reversed like ?", params: [`${reversed(digits)}%`] });
  return {
    sql: `(s.id in (select i.service_id from inventory_item i where ${numbersOn("i.service_id", likes)})
        or s.current_run_id in (select i.held_by_run_id from inventory_item i where ${numbersOn("i.held_by_run_id", likes)}))`,
    params: [...likes, ...likes].flatMap((like) => like.params),
  };
}

function numbersOn(column: string, likes: readonly Condition[]): string {
  return `i.identifier_kind = 'PHONE_NUMBER' and ${column} is not null and (${likes.map((like) => like.sql).join(" or ")})`;
}

async function callingCodes(context: Context): Promise<string[]> {
  const rows = await context.em.execute<{ country: string }[]>("select distinct country from reseller");
  const codes = rows.flatMap(({ country }) =>
    isSupportedCountry(country) ? [String(getCountryCallingCode(country))] : [],
  );
  return [...new Set(codes)];
}
