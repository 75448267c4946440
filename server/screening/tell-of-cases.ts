import { dateInZone } from "@tierline/shared/billing-period.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { noticeDue } from "@tierline/shared/screening.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { peopleWith } from "../identity/people-with.ts";
import type { Transaction } from "../kernel/context.ts";
import type { NotificationKind } from "../notifications/notification.entity.ts";
import { notify } from "../notifications/notify.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { handledCase, type HandledCase } from "./handled-case.ts";
import { ScreeningCaseEntity } from "./screening.entity.ts";

/** C20: the reseller's people learn that one of their customers is looked at; once each. */
export async function tellOfCase(tx: Transaction, id: string): Promise<void> {
  const handled = await handledCase(tx, id, null);
  if (handled.found.toldAt != null) return;
  await tx.em.nativeUpdate(ScreeningCaseEntity, { id }, { toldAt: tx.clock.now() });
  if (handled.found.state === "WITHDRAWN" || handled.found.state === "APPROVED") return;
  await tell(tx, handled, { kind: "SCREENING_CASE", title: say("screening.notice.opened"), cause: `opened:${id}` });
}

/** Seven, three and one days before, by mail and in the console; after an outage the nearest alone. */
export async function announceDeactivation(tx: Transaction, handled: HandledCase): Promise<void> {
  const { found, customer } = handled;
  const days = noticeDue(found.deactivateAt, found.announced ?? null, tx.clock.now());
  if (days === null) return;
  await tx.em.nativeUpdate(ScreeningCaseEntity, { id: found.id }, { announced: days });
  const cause = `announced:${found.id}:${days}`;
  const people = await tell(tx, handled, {
    kind: "SCREENING_NOTICE",
    title: say("screening.notice.deactivation", { days }),
    cause,
  });
  const day = dateInZone(found.deactivateAt, (await resellerNow(tx, found.reseller)).timeZone);
  for (const { email, locale } of people) {
    const language = languageOf(locale ?? customer.language) ?? defaultLanguage;
    const subject = say("screening.mail.subject", { customer: labelOf(customer), days });
    const text = say("screening.mail.text", { customer: labelOf(customer), at: { day } });
    await queueMail(tx, {
      path: found.path,
      cause: `screening:${cause}`,
      recipients: [email],
      subject: rendered(subject, language),
      body: `${rendered(text, language)}\n`,
    });
  }
}

async function resellerNow({ em }: Transaction, id: string): Promise<ResellerRow> {
  return em.findOneOrFail(ResellerEntity, { id }, { disableIdentityMap: true });
}

interface CaseNotice {
  readonly kind: NotificationKind;
  readonly title: Sentence;
  readonly cause: string;
}

async function tell(tx: Transaction, { found, customer }: HandledCase, { kind, title, cause }: CaseNotice) {
  const people = await peopleWith(tx, "screening.view", found.reseller, found.path);
  for (const { user_id: userId } of people) {
    await notify(tx, {
      kind,
      title,
      userId,
      path: found.path,
      detail: say("screening.case", { customer: labelOf(customer) }),
      caseId: found.id,
      cause: `screening:${cause}:${userId}`,
    });
  }
  return people;
}
