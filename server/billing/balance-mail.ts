import type { AccountNoticeKind } from "@tierline/shared/account-terms.ts";

/** Of which the buyer, or whom its seller named, is written to. */
export type ToldNoticeKind = Exclude<AccountNoticeKind, "RECHARGE">;

/** What the texts name; amounts are written already. */
export interface BalanceMailValues {
  readonly buyer: string;
  readonly seller: string;
  readonly balance: string;
  /** What the balance fell below, or came back to. */
  readonly mark: string;
  /** Whether whoever buys sells on to others. */
  readonly isReseller: boolean;
}

interface MailText {
  readonly subject: string;
  readonly body: string;
}

type Writer = (values: BalanceMailValues) => readonly [subject: string, ...paragraphs: string[]];

const english: Record<ToldNoticeKind, Writer> = {
  LOW: ({ buyer, balance, mark }) => [
    `The balance of ${buyer} is below ${mark}`,
    `The balance of ${buyer} is ${balance}, below the ${mark} that this address is told of.`,
    `The next mail comes when it has been there again and falls below it once more.`,
  ],
  WARNED: ({ buyer, balance, seller, isReseller }) => [
    `Your balance with ${seller} is ${balance}`,
    `Hello ${buyer},`,
    `your balance with ${seller} is ${balance}.`,
    isReseller
      ? `When it ends, neither you nor anybody below you can order or call until you have paid. Please pay in time.`
      : `When it ends, your services may be suspended until you have paid. Please pay in time.`,
    seller,
  ],
  NEAR_LIMIT: ({ buyer, balance, seller }) => [
    `Four fifths of your credit limit are used`,
    `Hello ${buyer},`,
    `your balance with ${seller} is ${balance}: four fifths of your credit limit are used.`,
    `At the limit neither calls nor orders go through. Please pay in time.`,
    seller,
  ],
  LIMIT_REACHED: ({ buyer, balance, seller }) => [
    `Your credit limit is reached`,
    `Hello ${buyer},`,
    `your balance with ${seller} is ${balance}, and your credit limit is reached. Calls and orders go through again when something is paid.`,
    seller,
  ],
  SUSPENDED: ({ buyer, balance, seller, isReseller }) => [
    `Nothing is left on your account with ${seller}`,
    `Hello ${buyer},`,
    `your balance with ${seller} is ${balance}.`,
    isReseller
      ? `Until you have paid, neither you nor anybody below you can order or call.`
      : `Your services are suspended until you have paid, and come back by themselves then.`,
    seller,
  ],
  RESTORED: ({ buyer, balance, seller }) => [
    `Your payment has arrived`,
    `Hello ${buyer},`,
    `your balance with ${seller} is ${balance}: what was suspended for it works again.`,
    seller,
  ],
  TERMINATED: ({ buyer, balance, seller }) => [
    `Your services with ${seller} are ended`,
    `Hello ${buyer},`,
    `your balance with ${seller} is ${balance} and was not paid in time. Your services are being ended.`,
    seller,
  ],
};

const french: Record<ToldNoticeKind, Writer> = {
  LOW: ({ buyer, balance, mark }) => [
    `Le solde de ${buyer} est inférieur à ${mark}`,
    `Le solde de ${buyer} est de ${balance}, sous le seuil de ${mark} signalé à cette adresse.`,
    `Le prochain message viendra quand il aura de nouveau atteint ce seuil, puis sera repassé dessous.`,
  ],
  WARNED: ({ buyer, balance, seller, isReseller }) => [
    `Votre solde chez ${seller} est de ${balance}`,
    `Bonjour ${buyer},`,
    `votre solde chez ${seller} est de ${balance}.`,
    isReseller
      ? `Quand il sera épuisé, ni vous ni personne au-dessous de vous ne pourra commander ou appeler avant votre paiement. Merci de payer à temps.`
      : `Quand il sera épuisé, vos services pourront être suspendus jusqu’à votre paiement. Merci de payer à temps.`,
    seller,
  ],
  NEAR_LIMIT: ({ buyer, balance, seller }) => [
    `Quatre cinquièmes de votre limite de crédit sont utilisés`,
    `Bonjour ${buyer},`,
    `votre solde chez ${seller} est de ${balance}\u202f: quatre cinquièmes de votre limite de crédit sont utilisés.`,
    `À la limite, ni appels ni commandes ne passent plus. Merci de payer à temps.`,
    seller,
  ],
  LIMIT_REACHED: ({ buyer, balance, seller }) => [
    `Votre limite de crédit est atteinte`,
    `Bonjour ${buyer},`,
    `votre solde chez ${seller} est de ${balance} et votre limite de crédit est atteinte. Appels et commandes passeront de nouveau dès qu’une somme sera payée.`,
    seller,
  ],
  SUSPENDED: ({ buyer, balance, seller, isReseller }) => [
    `Il ne reste rien sur votre compte chez ${seller}`,
    `Bonjour ${buyer},`,
    `votre solde chez ${seller} est de ${balance}.`,
    isReseller
      ? `Jusqu’à votre paiement, ni vous ni personne au-dessous de vous ne peut commander ou appeler.`
      : `Vos services sont suspendus jusqu’à votre paiement et reviendront alors d’eux-mêmes.`,
    seller,
  ],
  RESTORED: ({ buyer, balance, seller }) => [
    `Votre paiement est arrivé`,
    `Bonjour ${buyer},`,
    `votre solde chez ${seller} est de ${balance}\u202f: ce qui était suspendu pour cela fonctionne de nouveau.`,
    seller,
  ],
  TERMINATED: ({ buyer, balance, seller }) => [
    `Vos services chez ${seller} prennent fin`,
    `Bonjour ${buyer},`,
    `votre solde chez ${seller} est de ${balance} et n’a pas été payé à temps. Vos services prennent fin.`,
    seller,
  ],
};

/** In the buyer's language; English where there is none in it. */
export function writeBalanceMail(kind: ToldNoticeKind, language: string, values: BalanceMailValues): MailText {
  const writers = language.toLowerCase().startsWith("fr") ? french : english;
  const [subject, ...paragraphs] = writers[kind](values);
  return { subject, body: `${paragraphs.join("\n\n")}\n` };
}
