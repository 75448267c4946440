import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import {
  OnboardingTemplateEntity,
  TemplateVersionEntity,
  type TemplateVersionRow,
} from "./onboarding-template.entity.ts";

/**
 * The template's last version, by which a customer of the reseller at this path is created; it stays while that is done.
 * @throws Rejection UNKNOWN_REFERENCE
 */
export async function templateOfNew(
  { em }: Pick<Transaction, "em">,
  provisioningId: string | null | undefined,
  path: string,
): Promise<TemplateVersionRow | null> {
  if (provisioningId == null) return null;
  const id = decodeId("otp", provisioningId);
  // Whoever deletes it waits, and then sees the customer.
  if (id !== null) await em.execute("select 1 from onboarding_template where id = ? for key share", [id]);
  const fresh = { disableIdentityMap: true } as const;
  const template = id === null ? null : await em.findOne(OnboardingTemplateEntity, { id, path }, fresh);
  const version =
    template === null
      ? null
      : await em.findOne(TemplateVersionEntity, { template: template.id, number: template.version }, fresh);
  if (version !== null) return version;
  throw new Rejection({
    code: "UNKNOWN_REFERENCE",
    message: say("customerTemplate.unknown"),
    path: ["provisioningId"],
  });
}

type Attribute = { readonly key: string; readonly value: string };

/** What is left out is as the template says; what is said goes before it. */
export function withTemplate<
  T extends {
    readonly language?: string | null | undefined;
    readonly homeCountry?: string | null | undefined;
    readonly billingAddress?: object | null | undefined;
    readonly attributes?: readonly Attribute[] | null | undefined;
  },
>(input: T, template: TemplateVersionRow | null): T {
  if (template === null) return input;
  const said = input.attributes ?? [];
  const settings = template.settings.filter(({ key }) => !said.some((each) => each.key === key));
  return {
    ...input,
    language: input.language ?? template.language,
    homeCountry: input.homeCountry ?? (input.billingAddress == null ? template.country : null),
    attributes: [...said, ...settings],
  };
}
