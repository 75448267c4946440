import type { LabStorage } from "./storage.ts";

export interface KeptMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** How often it was handed over. */
  readonly copies: number;
  readonly receivedAt: string;
}

const mailsMax = 200;

/** The newest mails first. */
export async function readMailbox(storage: LabStorage, first = mailsMax): Promise<KeptMail[]> {
  const rows = await storage.query<{
    message_id: string;
    sender: string;
    recipient: string;
    subject: string;
    body: string;
    copies: number;
    received_at: Date;
  }>("select * from lab_mail order by received_at desc, message_id limit $1", [Math.min(first, mailsMax)]);
  return rows.map((row) => ({
    messageId: row.message_id,
    from: row.sender,
    to: row.recipient,
    subject: row.subject,
    text: row.body,
    copies: row.copies,
    receivedAt: row.received_at.toISOString(),
  }));
}

/** No script runs there and nothing is loaded, whatever a mail contains. */
export const mailboxHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

export function mailboxPage(mails: readonly KeptMail[]): string {
  const list = mails.map(
    (mail) => `<article>
<h2>${escaped(mail.subject)}</h2>
<p><b>To</b> ${escaped(mail.to)} · <b>From</b> ${escaped(mail.from)} · <time>${escaped(mail.receivedAt)}</time>${
      mail.copies > 1 ? ` · handed over ${mail.copies} times` : ""
    }</p>
<pre>${escaped(mail.text)}</pre>
</article>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox of the lab</title>
<style>${style}</style></head>
<body><main><h1>Mailbox of the lab</h1>
<p>Mails that Tierline sent while it is connected to its demo network. None of them left this machine.</p>
${list.length === 0 ? "<p>No mail yet.</p>" : list.join("\n")}
</main></body></html>`;
}

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:46rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid #8886;border-radius:8px;padding:.5rem 1rem;margin:1rem 0}h2{font-size:1.1rem;margin:.4rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}p{overflow-wrap:anywhere}`;

export function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? "");
}
