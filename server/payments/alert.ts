import { dateInZone } from "@tierline/shared/billing-period.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import type { PaymentGatewayRow } from "./payment.entity.ts";

/** Money may have come that nobody is credited with: those in charge hear of it by mail, of the same thing once a day. */
export async function alertSeller(
  tx: Transaction,
  gateway: PaymentGatewayRow,
  why: Sentence,
  paymentId: string | null,
): Promise<void> {
  const reseller = await tx.em.findOne(ResellerEntity, { path: gateway.path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a gateway lies with its reseller");
  const provider = paymentProviderTitles[gateway.provider];
  const language = languageOf(reseller.locale) ?? defaultLanguage;
  const payment = paymentId === null ? "none" : encodeId("pay", paymentId);
  const day = dateInZone(tx.clock.now(), reseller.timeZone);
  await recordAudit(tx, {
    operation: "payment.refuse",
    subjectKind: "paymentGateway",
    subjectId: gateway.id,
    subject: provider,
    changes: [],
    path: gateway.path,
    note: why,
  });
  await queueMail(tx, {
    path: gateway.path,
    cause: `payment:${gateway.id}:${payment}:${why.key}:${day}`,
    recipients: reseller.failureEmails,
    subject: rendered(say("paymentMail.subject", { provider }), language),
    body: rendered(
      say("paymentMail.body", { provider, reseller: reseller.name, why: rendered(why, language), payment }),
      language,
    ),
  });
}
