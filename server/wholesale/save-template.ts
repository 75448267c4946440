import { decodeId, newId } from "@tierline/shared/id.ts";
import { nameLengthMax, onboardingTemplatesMax, templatePackagesMax } from "@tierline/shared/limits.ts";
import type { Authentication } from "@tierline/shared/onboarding-template.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { OfferingEntity } from "../catalog/offering.entity.ts";
import {
  checkAttributes,
  checkCountry,
  checkLanguage,
  checkName,
  type AttributeInput,
} from "../customers/check-details.ts";
import {
  OnboardingTemplateEntity,
  TemplateVersionEntity,
  type OnboardingTemplateRow,
  type TemplateVersionRow,
} from "../customers/onboarding-template.entity.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";

export interface SaveTemplateInput {
  readonly idempotencyKey: string;
  /** The API's id; without it the template is a new one. */
  readonly id?: string | null | undefined;
  /** Of the template that was read; nothing for a new one. */
  readonly version?: number | null | undefined;
  readonly name: string;
  readonly country: string;
  readonly language: string;
  readonly packages?: readonly string[] | null | undefined;
  readonly pstnVendor?: string | null | undefined;
  readonly authentication: Authentication;
  readonly authenticationNote?: string | null | undefined;
  readonly settings?: readonly AttributeInput[] | null | undefined;
}

type Facts = Pick<
  TemplateVersionRow,
  "country" | "language" | "packages" | "pstnVendor" | "authentication" | "authenticationNote" | "settings"
>;

/**
 * What customers who are created by it from now on begin with; those who were keep what they have (CX13). Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection STALE and every wrong field
 */
export function saveOnboardingTemplate(context: Context, input: SaveTemplateInput): Promise<string> {
  return once(context, "onboarding_template.save", input.idempotencyKey, input, (tx) => save(tx, input));
}

async function save(tx: Transaction, input: SaveTemplateInput): Promise<string> {
  const { id: reseller, path } = await lockOwnReseller(tx);
  const before = input.id == null ? null : await ownTemplate(tx, input.id, input.version ?? null);
  const said = before === null ? null : await versionOf(tx, before);
  const { name, ...facts } = await checked(tx, input, path, before);
  const changes = changesBetween(before === null ? {} : inWords(before.name, said), inWords(name, facts));
  if (before !== null && changes.length === 0) return before.id;
  const createdAt = tx.clock.now();
  const id = before?.id ?? newId(createdAt.getTime());
  const number = (before?.version ?? 0) + 1;
  if (before === null) await tx.em.insert(OnboardingTemplateEntity, { id, path, reseller, name, version: number });
  else await tx.em.nativeUpdate(OnboardingTemplateEntity, { id }, { name, version: number });
  const version = { id: newId(createdAt.getTime()), path, template: id, number, createdAt };
  await tx.em.insert(TemplateVersionEntity, { ...version, ...facts });
  const subject = { subjectKind: "onboardingTemplate", subjectId: id, subject: name } as const;
  await recordAudit(tx, { operation: "onboarding_template.save", ...subject, changes, path });
  return id;
}

/**
 * Of the viewer's own reseller, locked.
 * @throws AccessError NOT_FOUND; Rejection STALE
 */
export async function ownTemplate(
  tx: Transaction,
  apiId: string,
  version: number | null,
): Promise<OnboardingTemplateRow> {
  const id = decodeId("otp", apiId);
  const { path } = await lockOwnReseller(tx);
  if (id !== null) await tx.em.execute("select 1 from onboarding_template where id = ? for update", [id]);
  const fresh = { disableIdentityMap: true } as const;
  const row = id === null ? null : await tx.em.findOne(OnboardingTemplateEntity, { id, path }, fresh);
  if (row === null) throw notFound();
  if (row.version === version) return row;
  throw new Rejection({ code: "STALE", message: say("customerTemplate.stale"), path: ["version"] });
}

async function versionOf({ em }: Transaction, { id, version }: OnboardingTemplateRow): Promise<TemplateVersionRow> {
  const row = await em.findOne(TemplateVersionEntity, { template: id, number: version }, { disableIdentityMap: true });
  invariant(row !== null, "a template has the version that it names");
  return row;
}

async function checked(
  tx: Transaction,
  input: SaveTemplateInput,
  path: string,
  before: OnboardingTemplateRow | null,
): Promise<Facts & { readonly name: string }> {
  const refusals = new Refusals();
  const note = { noun: "noun.note", max: nameLengthMax } as const;
  const facts = {
    name: checkName(refusals, input.name, "name"),
    country: checkCountry(refusals, input.country, "country"),
    language: checkLanguage(refusals, input.language, "language"),
    packages: await checkPackages(tx, refusals, input.packages ?? []),
    pstnVendor: checkText(refusals, input.pstnVendor, { noun: "noun.name", max: nameLengthMax }, "pstnVendor"),
    authentication: input.authentication,
    authenticationNote: checkText(refusals, input.authenticationNote, note, "authenticationNote"),
    settings: checkAttributes(refusals, input.settings, "settings"),
  };
  const fresh = { disableIdentityMap: true } as const;
  const others = await tx.em.find(OnboardingTemplateEntity, { path, id: { $ne: before?.id ?? newId() } }, fresh);
  if (others.some(({ name }) => name === facts.name)) {
    refusals.add("TAKEN", say("customerTemplate.nameTaken", { name: facts.name }), "name");
  }
  if (before === null && others.length >= onboardingTemplatesMax) {
    refusals.add("LIMIT_EXCEEDED", say("customerTemplate.tooMany", { max: onboardingTemplatesMax }));
  }
  refusals.settle();
  return facts;
}

/** Offerings that the reseller can see, by their keys; in the order in which they are named, each once. */
async function checkPackages(tx: Transaction, refusals: Refusals, keys: readonly string[]): Promise<string[]> {
  if (keys.length > templatePackagesMax) {
    refusals.add("TOO_LONG", say("customerTemplate.packages", { max: templatePackagesMax }), "packages");
    return [];
  }
  const texts = keys.filter((key) => !key.includes("\0") && key.isWellFormed());
  const rows = await tx.em.find(OfferingEntity, { slug: { $in: texts } }, { disableIdentityMap: true });
  const known = new Set(rows.map(({ slug }) => slug));
  keys.forEach((key, index) => {
    if (!known.has(key)) {
      refusals.add("UNKNOWN_REFERENCE", say("customerTemplate.package"), "packages", String(index));
    }
  });
  return [...new Set(keys)];
}

function inWords(name: string, facts: Facts | null) {
  if (facts === null) return { name };
  const { country, language, packages, pstnVendor, authentication, authenticationNote, settings } = facts;
  const attributes = settings.map(({ key, value }) => `${key}: ${value}`);
  return { name, country, language, packages, pstnVendor, authentication, authenticationNote, attributes };
}
