import { newId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { queueMail } from "../notifications/queue-mail.ts";

interface Particulars {
  readonly subject: Sentence;
  readonly text: (url: string) => Sentence;
}

interface Reader {
  readonly email: string;
  readonly locale: string | null;
  readonly path: string;
  readonly url: string;
  readonly reseller: string;
}

/** To whoever made it and to the owners of its reseller, each in their language. */
export async function mailAboutEndpoint(tx: Transaction, endpointId: string, letter: Particulars): Promise<void> {
  const readers = await tx.em.execute<Reader[]>(
    `select distinct u.email, u.locale, e.path, e.url, r.key as reseller
     from webhook_endpoint e join reseller r on r.id = e.reseller_id
     join app_user u on u.id = e.maker_id or u.reseller_id = e.reseller_id and u.role = 'RESELLER_OWNER'
     where e.id = ? and u.kind = 'PERSON' and u.disabled_at is null`,
    [endpointId],
  );
  const cause = `webhook:${endpointId}:${newId(tx.clock.now().getTime())}`;
  for (const { email, locale, path, url, reseller } of readers) {
    const language = languageOf(locale) ?? defaultLanguage;
    const link = `${installation().publicUrl}/r/${reseller}/developers/webhooks`;
    await queueMail(tx, {
      path,
      cause,
      recipients: [email],
      subject: rendered(letter.subject, language),
      body: `${rendered(letter.text(url), language)}\n\n${link}\n`,
    });
  }
}
