/**
 * The same key gives the same Message-ID: mail servers cannot be asked whether they took a message, so a repetition is made
 * recognisable instead. Characters that RFC 5322's dot-atom does not know become `=xx`; the ‹…› of a plan stay.
 */
export function messageIdOf(idempotencyKey: string, from: string): string {
  const left = idempotencyKey.replaceAll(":", ".").replace(/[^A-Za-z0-9_.\-‹›]/g, (character) => {
    return [...Buffer.from(character)].map((byte) => `=${byte.toString(16).padStart(2, "0")}`).join("");
  });
  return `<${left}@${from.slice(from.lastIndexOf("@") + 1)}>`;
}
