import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";

export const mailTemplates = ["welcome", "addon", "plan", "goodbye"] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/** What the texts name. In a plan some of them read ‹not yet known›. */
export interface MailValues {
  readonly customerName: string;
  readonly serviceName: string;
  readonly offeringName: string;
  readonly resellerName: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** A subject and the paragraphs between the greeting and the seller's name. */
type Letter = readonly [subject: Words, ...paragraphs: Words[]];

const letters: Record<MailTemplate, (service: string, offering: string) => Letter> = {
  welcome: (service, offering) => [
    say("mail.welcome.subject", { service }),
    say("mail.welcome.text", { service, offering }),
    say("mail.welcome.help"),
  ],
  addon: (service, offering) => [
    say("mail.addon.subject", { offering }),
    say("mail.addon.text", { service, offering }),
  ],
  plan: (service, offering) => [
    say("mail.plan.subject", { service, offering }),
    say("mail.plan.text", { service, offering }),
  ],
  goodbye: (service) => [
    say("mail.goodbye.subject", { service }),
    say("mail.goodbye.text", { service }),
    say("mail.goodbye.thanks"),
  ],
};

/** The mail in the customer's language; English where it is none of ours. */
export function writeMail(template: MailTemplate, language: string, values: MailValues): MailText {
  const [subject, ...paragraphs] = letters[template](values.serviceName, values.offeringName);
  const words = [say("mail.hello", { name: values.customerName }), ...paragraphs, values.resellerName];
  const spoken = languageOf(language) ?? defaultLanguage;
  const said = words.map((each) => rendered(each, spoken));
  return { subject: oneLine(rendered(subject, spoken)), text: `${said.join("\n\n")}\n` };
}

/** A line break in a name must not become a header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
