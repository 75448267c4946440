/** Told whenever a call of a tier, or of one below it, begins, is answered, is refused or ends (tell_calls in authorise-call.sql). */
export function callTopicOf(path: string): string {
  return `calls:${path}`;
}
