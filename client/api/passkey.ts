import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { pageBrand } from "../theme/brand.ts";

/**
 * Over https, or on this very machine: elsewhere browsers keep passkeys to themselves. One belongs to the installation's own host: under a
 * reseller's there are none.
 */
export function hasPasskeys(): boolean {
  return pageBrand === null && browserSupportsWebAuthn();
}

/** Asks the browser, and so the person, to make a passkey. What it says is the server's to judge. Null when they would not. */
export function makePasskey(options: string): Promise<string | null> {
  const optionsJSON = JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON; // the server's own
  return answerOf(() => startRegistration({ optionsJSON }));
}

/** Asks for one of those that the person has. Null when they would not. */
export function signWithPasskey(options: string): Promise<string | null> {
  const optionsJSON = JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON; // as above
  return answerOf(() => startAuthentication({ optionsJSON }));
}

async function answerOf(ask: () => Promise<object>): Promise<string | null> {
  try {
    return JSON.stringify(await ask());
  } catch {
    return null; // put aside, too late, or not for this host: the browser has told its person which
  }
}
