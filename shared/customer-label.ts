/** O12: how a customer reads wherever one is chosen or named. */
export function labelOf({ name, number }: { readonly name: string; readonly number: number }): string {
  return `${name} (ID: ${number})`;
}
