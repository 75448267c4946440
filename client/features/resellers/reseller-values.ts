import { keyLengthMax } from "@tierline/shared/limits.ts";
import type { CreateResellerInput, UpdateResellerInput } from "../../api/generated/schema.ts";
import type { ParentResellerFragment } from "./resellers.generated.ts";
import type { ResellerView } from "./reseller-view.ts";

export interface ResellerValues {
  name: string;
  country: string;
  timeZone: string;
  locale: string;
  failureEmails: string[];
}

export interface NewResellerValues extends ResellerValues {
  parentId: string;
  key: string;
  currency: string;
  /** Null: everything its parent may do. */
  delegated: string[] | null;
}

/** A key that the name suggests: `Café Süd & Co.` → `cafe-sud-co`. */
export function keyFrom(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, keyLengthMax)
    .replace(/^-+|-+$/g, "");
}

/** What a new one has of its parent until somebody says otherwise. */
export function inheritedFrom(parent: ParentResellerFragment) {
  const { country, currency, timeZone, locale } = parent;
  return { country, currency, timeZone, locale };
}

export function createInput(values: NewResellerValues): Omit<CreateResellerInput, "idempotencyKey"> {
  return { ...values, name: values.name.trim(), key: values.key.trim() };
}

export function valuesOf({ name, country, timeZone, locale, failureEmails }: ResellerView): ResellerValues {
  return { name, country, timeZone, locale, failureEmails: [...(failureEmails ?? [])] };
}

/** Only what was changed: what the parent says of one's own reseller is not even repeated to it. */
export function updateInput(before: ResellerView, values: ResellerValues): UpdateResellerInput {
  const was = valuesOf(before);
  const input: UpdateResellerInput = { id: before.id, version: before.version };
  if (values.name !== was.name) input.name = values.name;
  if (values.country !== was.country) input.country = values.country;
  if (values.timeZone !== was.timeZone) input.timeZone = values.timeZone;
  if (values.locale !== was.locale) input.locale = values.locale;
  if (values.failureEmails.join("\n") !== was.failureEmails.join("\n")) input.failureEmails = values.failureEmails;
  return input;
}
