import { generateSecret, generateURI, verifySync } from "otplib";

/** A code is right a step early or late, for clocks that differ (RFC 6238, 5.2). */
const toleranceSeconds = 30;

/** 160 random bits in base 32, as apps take them. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What an app reads from a QR code. */
export function totpAddress(secret: string, email: string): string {
  return generateURI({ issuer: "Tierline", label: email, secret });
}

/** The step that a code belongs to; null when it is wrong, or of a step that is used up. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1_000);
  const used = lastStep === null ? {} : { afterTimeStep: lastStep };
  const result = verifySync({ secret, token: code, epoch, epochTolerance: toleranceSeconds, ...used });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
