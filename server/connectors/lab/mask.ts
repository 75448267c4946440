import { Secret } from "../../kernel/secret.ts";

const mask = new Secret("").toString();
const secretKey = /^(password|passwd|secret|pin|puk|ki|opc?|token)$/i;

/** JSON of a call as the lab writes it down: what only the two ends may know is masked, as in a plan. */
export function maskedJson(body: unknown): string {
  return JSON.stringify(body, (key, value: unknown) =>
    secretKey.test(key) && typeof value === "string" ? mask : value,
  );
}

/** The same for the values of a statement: the digest of a SIP password, the password of a RADIUS login. */
export function maskedValues(statement: string, values: readonly (string | null)[]): (string | null)[] {
  const isPassword = statement.includes("Cleartext-Password") || values.includes("Cleartext-Password");
  return values.map((value, index) => {
    const isHa1 = value !== null && /^[0-9a-f]{32}$/.test(value) && /\bha1\b/.test(statement);
    return isHa1 || (isPassword && index === values.length - 1) ? mask : value;
  });
}
