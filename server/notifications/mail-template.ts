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

type Writer = (values: MailValues) => readonly [subject: string, ...paragraphs: string[]];

const english: Record<MailTemplate, Writer> = {
  welcome: ({ customerName, serviceName, offeringName, resellerName }) => [
    `${serviceName} is ready`,
    `Hello ${customerName},`,
    `your service ${serviceName} (${offeringName}) is active from now on.`,
    `If something does not work, answer this mail or call us.`,
    resellerName,
  ],
  addon: ({ customerName, serviceName, offeringName, resellerName }) => [
    `${offeringName} was added`,
    `Hello ${customerName},`,
    `${offeringName} was added to your service ${serviceName} and can be used from now on.`,
    resellerName,
  ],
  plan: ({ customerName, serviceName, offeringName, resellerName }) => [
    `${serviceName}: ${offeringName}`,
    `Hello ${customerName},`,
    `your service ${serviceName} has the plan ${offeringName} from now on.`,
    resellerName,
  ],
  goodbye: ({ customerName, serviceName, resellerName }) => [
    `${serviceName} has ended`,
    `Hello ${customerName},`,
    `your service ${serviceName} has ended. Nothing further will be charged for it.`,
    `Thank you for having been with us.`,
    resellerName,
  ],
};

const french: Record<MailTemplate, Writer> = {
  welcome: ({ customerName, serviceName, offeringName, resellerName }) => [
    `${serviceName} est prêt`,
    `Bonjour ${customerName},`,
    `votre service ${serviceName} (${offeringName}) est désormais actif.`,
    `Si quelque chose ne fonctionne pas, répondez à ce message ou appelez-nous.`,
    resellerName,
  ],
  addon: ({ customerName, serviceName, offeringName, resellerName }) => [
    `${offeringName} a été ajouté`,
    `Bonjour ${customerName},`,
    `${offeringName} a été ajouté à votre service ${serviceName} et peut être utilisé dès maintenant.`,
    resellerName,
  ],
  plan: ({ customerName, serviceName, offeringName, resellerName }) => [
    `${serviceName} : ${offeringName}`,
    `Bonjour ${customerName},`,
    `votre service ${serviceName} a désormais le forfait ${offeringName}.`,
    resellerName,
  ],
  goodbye: ({ customerName, serviceName, resellerName }) => [
    `${serviceName} a pris fin`,
    `Bonjour ${customerName},`,
    `votre service ${serviceName} a pris fin. Il ne vous sera plus rien facturé à ce titre.`,
    `Merci de votre confiance.`,
    resellerName,
  ],
};

/** The mail in the customer's language; English where there is none in it. */
export function writeMail(template: MailTemplate, language: string, values: MailValues): MailText {
  const writers = language.toLowerCase().startsWith("fr") ? french : english;
  const [subject, ...paragraphs] = writers[template](values);
  return { subject: oneLine(subject), text: `${paragraphs.join("\n\n")}\n` };
}

/** A line break in a name must not become a header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
