/** How seconds are counted: `first` at least, then whole steps; a call no longer than `grace` costs nothing. 30/6/3, in seconds. */
export interface Cadence {
  readonly first: number;
  readonly step: number;
  readonly grace: number;
}

/** An hour: more than any carrier counts at once. */
const secondsMax = 3_600;
const cadencePattern = /^(\d{1,4})\/(\d{1,4})(?:\/(\d{1,4}))?$/;

/** Null unless `first` and `step` are 1 second to an hour and `grace` an hour at most. */
export function cadenceOf(first: number, step: number, grace: number): Cadence | null {
  const isWithin = (value: number, min: number) => Number.isInteger(value) && value >= min && value <= secondsMax;
  return isWithin(first, 1) && isWithin(step, 1) && isWithin(grace, 0) ? { first, step, grace } : null;
}

/** Reads `30/6/3` or `60/60`. */
export function parseCadence(text: string): Cadence | null {
  const match = cadencePattern.exec(text);
  return match === null ? null : cadenceOf(Number(match[1]), Number(match[2]), Number(match[3] ?? 0));
}

export function formatCadence({ first, step, grace }: Cadence): string {
  return grace === 0 ? `${first}/${step}` : `${first}/${step}/${grace}`;
}

/** The seconds that a call counts for. */
export function cadencedSeconds(seconds: number, { first, step, grace }: Cadence): number {
  if (seconds <= grace || seconds <= 0) return 0;
  if (seconds <= first) return first;
  return first + Math.ceil((seconds - first) / step) * step;
}
