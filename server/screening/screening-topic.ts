/** Told whenever a check of the customer has ended, or anything about a case of theirs has changed. */
export function screeningTopic(customerId: string): string {
  return `screening:${customerId}`;
}
