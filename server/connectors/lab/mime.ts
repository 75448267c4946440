/** A mail as the lab keeps it: one text, decoded. */
export interface ReadMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Reads the plain mails that Tierline sends (RFC 5322, 2045, 2047); attachments and alternatives are none of them. */
export function readMail(source: Buffer): ReadMail {
  const raw = source.toString("latin1");
  const end = raw.indexOf("\r\n\r\n");
  const headers = readHeaders(end < 0 ? raw : raw.slice(0, end));
  const body = decodeBody(end < 0 ? "" : raw.slice(end + 4), headers.get("content-transfer-encoding") ?? "7bit");
  return {
    messageId: headers.get("message-id") ?? "",
    from: decodeWords(headers.get("from") ?? ""),
    to: decodeWords(headers.get("to") ?? ""),
    subject: decodeWords(headers.get("subject") ?? ""),
    text: body.replaceAll("\r\n", "\n").replace(/\n$/, ""),
  };
}

function readHeaders(text: string): Map<string, string> {
  const lines = text.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64").toString("utf8");
    case "quoted-printable":
      return decodeQuoted(body.replace(/=[ \t]*\r\n/g, ""));
    default:
      return Buffer.from(body, "latin1").toString("utf8");
  }
}

/** `=?utf-8?Q?…?=`; white space between two encoded words is not part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[BQbq]\?[^?]*\?=)\s+(?==\?)/g, "$1")
    .replace(/(?:=\?utf-8\?([BQ])\?([^?]*)\?=)+/gi, (run) => {
      const words = [...run.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)];
      // A character may be cut between two words, so bytes are joined before they are read.
      const bytes = words.map(([, kind, content = ""]) =>
        kind?.toUpperCase() === "B" ? Buffer.from(content, "base64") : quotedBytes(content.replaceAll("_", " ")),
      );
      return Buffer.concat(bytes).toString("utf8");
    });
}

function decodeQuoted(text: string): string {
  return quotedBytes(text).toString("utf8");
}

function quotedBytes(text: string): Buffer {
  const plain = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}
