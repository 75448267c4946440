/**
 * An array of texts as PostgreSQL reads it (section 8.15.2), every element in quotation marks. MikroORM quotes only some: a
 * text that is `NULL` would become none, and blanks at its ends would be gone.
 */
export function textArray(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(",")}}`;
}
