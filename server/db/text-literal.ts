/**
 * A text as PostgreSQL reads it in a statement, whichever way `standard_conforming_strings` stands. In the ORM's own the text grows
 * by a letter at a time: a batch of calls is megabytes, and half of the time went into collecting what lay about afterwards.
 */
export function textLiteral(text: string): string {
  const doubled = text.replaceAll("'", "''");
  return doubled.includes("\\") ? ` E'${doubled.replaceAll("\\", "\\\\")}'` : `'${doubled}'`;
}
