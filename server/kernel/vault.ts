import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Seals secrets at rest (AES-256-GCM). The place is authenticated too: a sealed value moved to another row does not open. */
export interface Vault {
  seal(plain: string, place: string): string;
  open(sealed: string, place: string): string;
  /** Mixes a key that is not in the database into a password before it is hashed. */
  pepper(password: string): string;
  /** Signs what programs are given to prove themselves with for a while. */
  readonly tokenKey: Uint8Array;
}

const version = "v1";

export function createVault(secret: Buffer): Vault {
  const sealing = Buffer.from(hkdfSync("sha256", secret, "", "tierline sealing", 32));
  const peppering = Buffer.from(hkdfSync("sha256", secret, "", "tierline pepper", 32));
  return {
    tokenKey: Buffer.from(hkdfSync("sha256", secret, "", "tierline tokens", 32)),
    seal(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(`${version}|${place}`));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64")}`;
    },
    open(sealed, place) {
      const [mark, text] = sealed.split(".");
      if (mark !== version || text === undefined) throw new Error("Not a sealed value.");
      const bytes = Buffer.from(text, "base64");
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12))
        .setAAD(Buffer.from(`${version}|${place}`))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    },
    pepper(password) {
      return createHmac("sha256", peppering).update(password, "utf8").digest("base64");
    },
  };
}
