/** As it is typed where a comma is the decimal mark too (A-V13). */
export function decimal(text: string): string {
  return text.trim().replace(",", ".") || "0";
}
