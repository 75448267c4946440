/** The pattern of LIKE for what has this text in it; `%` and `_` in a search are themselves, not wildcards. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
