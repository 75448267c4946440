/** `1:05`; of a correction it may be less than nothing. */
export function callClock(seconds: number): string {
  const whole = Math.abs(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), String(whole % 60).padStart(2, "0")];
  return `${seconds < 0 ? "−" : ""}${minutes}:${rest}`;
}

/** Whether it is a number with its country code, and not a line's account. */
export function isDialled(number: string): boolean {
  return /^\d{5,}$/.test(number);
}
