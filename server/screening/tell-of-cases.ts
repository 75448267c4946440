import { dateInZone } from "@tierline/shared/billing-period.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { noticeDue } from "@tierline/shared/screening.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { accountColumns, rightsOf, type Account } from "../identity/account.ts";
import type { Transaction } from "../kernel/context.ts";
import type { NotificationKind } from "../notifications/notification.entity.ts";
import { notify } from "../notifications/notify.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { handledCase, type HandledCase } from "./handled-case.ts";
import { ScreeningCaseEntity } from "./screening.entity.ts";

/** People of one reseller who are told at most. */
const toldMax = 200;

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
  const people = await peopleOf(tx, found.reseller, found.path);
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

/** The reseller's own people who may see cases, as far as they see this customer. */
async function peopleOf({ em }: Transaction, resellerId: string, path: string): Promise<Account[]> {
  const accounts = await em.execute<Account[]>(
    `select ${accountColumns} from app_user u left join customer k on k.id = u.customer_id
     where u.reseller_id = ? and u.customer_id is null and u.kind = 'PERSON' and u.disabled_at is null
     order by u.id limit ${toldMax}`,
    [resellerId],
  );
  return accounts
    .filter((account) => rightsOf(account).permissions.has("screening.view"))
    .filter(({ only_customers }) => only_customers === null || only_customers.includes(path));
}
