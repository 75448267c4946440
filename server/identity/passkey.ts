import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { passkeyLengthMax } from "@tierline/shared/limits.ts";
import { installation } from "../kernel/installation.ts";

/** What is kept of a passkey. */
export interface KnownPasskey {
  readonly credential_id: string;
  readonly public_key: string;
  readonly signature_count: string | number;
  readonly transports: readonly string[];
}

export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly signatureCount: number;
  readonly transports: string[];
}

type Descriptor = Pick<KnownPasskey, "credential_id" | "transports">;

/** EdDSA, ES256 and RS256: what authenticators have. */
const algorithms = [-8, -7, -257];

/** A passkey belongs to a host, and is asked for by pages of that host alone. */
function site(): { readonly origin: string; readonly rpID: string } {
  const { origin, hostname } = new URL(installation().publicUrl);
  return { origin, rpID: hostname };
}

/** What the browser makes a passkey of, as JSON. Those that the person has are told, so that none is made twice. */
export async function registrationOptions(
  person: { readonly userId: string; readonly email: string; readonly name: string },
  known: readonly Descriptor[],
  nonce: string,
): Promise<string> {
  return JSON.stringify(
    await generateRegistrationOptions({
      rpName: "Tierline",
      rpID: site().rpID,
      userName: person.email,
      userDisplayName: person.name,
      userID: bytesOf(Buffer.from(person.userId)),
      challenge: nonceBytes(nonce),
      supportedAlgorithmIDs: algorithms,
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    }),
  );
}

/** What the browser signs with a passkey, as JSON. Without any known it offers those it has for this host. */
export async function authenticationOptions(known: readonly Descriptor[] | null, nonce: string): Promise<string> {
  return JSON.stringify(
    await generateAuthenticationOptions({
      rpID: site().rpID,
      challenge: nonceBytes(nonce),
      // Beside a password whoever holds the device will do; alone it has to know its person.
      userVerification: known === null ? "required" : "preferred",
      ...(known === null ? {} : { allowCredentials: known.map(descriptorOf) }),
    }),
  );
}

/** What to keep of the passkey that a browser says it made; null when it does not hold. */
export async function madePasskey(said: string, nonce: string): Promise<NewPasskey | null> {
  const response = parsed(said);
  if (response === null) return null;
  try {
    const { origin, rpID } = site();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: nonce,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString("base64url"),
      signatureCount: counter,
      transports: [...(transports ?? [])],
    };
  } catch {
    return null; // whatever is wrong with what a browser says, it proves nothing
  }
}

/** How often the passkey says it has signed by now; null when what it says does not hold. */
export async function signedBy(
  passkey: KnownPasskey,
  said: string,
  { nonce, mustKnowItsPerson }: { readonly nonce: string; readonly mustKnowItsPerson: boolean },
): Promise<number | null> {
  const response = parsed(said);
  if (response === null) return null;
  try {
    const { origin, rpID } = site();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: nonce,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: mustKnowItsPerson,
      credential: {
        id: passkey.credential_id,
        publicKey: bytesOf(Buffer.from(passkey.public_key, "base64url")),
        counter: Number(passkey.signature_count),
        transports: [...passkey.transports],
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null; // as above
  }
}

/** Which passkey it says it is. */
export function credentialIdOf(said: string): string | null {
  const id = parsed(said)?.["id"];
  return typeof id === "string" ? id : null;
}

function parsed(said: string): Record<string, unknown> | null {
  if (said.length > passkeyLengthMax) return null;
  try {
    const value: unknown = JSON.parse(said);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null; // not null, so it has keys
  } catch {
    return null;
  }
}

function descriptorOf({ credential_id: id, transports }: Descriptor) {
  return { id, transports: [...transports] };
}

function nonceBytes(nonce: string): Uint8Array<ArrayBuffer> {
  return bytesOf(Buffer.from(nonce, "base64url"));
}

function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
