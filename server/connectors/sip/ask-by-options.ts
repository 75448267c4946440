import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Transport } from "@tierline/shared/onboarding.ts";
import type { Secret } from "../../kernel/secret.ts";
import { isPublic } from "../http/address-guard.ts";
import { authorizationFor } from "./digest.ts";
import type { SipAnswer, SipAnswerState } from "@tierline/shared/sip-answer.ts";
import { HungUp, NoTls, NotSip, openChannel, type SipChannel } from "./sip-channel.ts";
import { answers, newTag, optionsText, optionsUri, type SipResponse } from "./sip-message.ts";

export interface SipElement {
  /** IP address or host name. */
  readonly host: string;
  readonly port: number;
  readonly transport: Transport;
  /** Empty: without signing in. */
  readonly user: string;
  readonly password: Secret;
}

export interface AskOptions {
  readonly timeoutMs: number;
  /** `host:port`, separated by commas: where private addresses are meant. */
  readonly allowedHosts: string;
  /** Trusted besides the usual ones, in PEM. */
  readonly ca?: string | undefined;
  /** Looks a name up; a parameter so that a test can stand in for the network. */
  readonly resolve?: ((host: string) => Promise<readonly string[]>) | undefined;
}

/**
 * Asks by SIP OPTIONS whether an element is there (RFC 3261, 11): whatever it answers is a sign of life, but where it wants a sign-in and
 * a user is given, that has to go through. The name is looked up once, and what was allowed is what is connected to. Never throws for
 * what the other side does.
 */
export async function askByOptions(element: SipElement, options: AskOptions): Promise<SipAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const address = await allowedAddress(element, options, signal);
    const channel = await openChannel({ ...element, address, signal, ca: options.ca });
    try {
      return await converse(channel, element);
    } finally {
      channel.close();
    }
  } catch (error) {
    return failed(error, element.transport, signal);
  }
}

async function converse(channel: SipChannel, element: SipElement): Promise<SipAnswer> {
  const { user, password } = element;
  const [callId, fromTag] = [newTag(), newTag()];
  const ask = async (sequence: number, authorization: string | null) => {
    const text = optionsText({ ...element, local: channel.local, callId, sequence, fromTag, authorization });
    const begun = performance.now();
    const response = await channel.ask(text, (each) => answers(each, { callId, sequence }));
    return { response, roundTripMs: Math.round(performance.now() - begun) };
  };
  const first = await ask(1, null);
  if (user === "" || !wantsSignIn(first.response)) return reached("REACHED", first);
  const signIn = { user, password, method: "OPTIONS", uri: optionsUri(element) };
  const authorization = authorizationFor(first.response, signIn);
  if (authorization === null) return reached("REFUSED_SIGN_IN", first);
  const second = await ask(2, authorization).catch((error: unknown) => {
    if (error instanceof HungUp || codeOf(error) === "ECONNRESET") return null;
    throw error;
  });
  // Who hangs up on the answer to its own question has refused it.
  if (second === null) return reached("REFUSED_SIGN_IN", first);
  return reached(
    wantsSignIn(second.response) || second.response.statusCode === 403 ? "REFUSED_SIGN_IN" : "REACHED",
    second,
  );
}

function wantsSignIn({ statusCode }: SipResponse): boolean {
  return statusCode === 401 || statusCode === 407;
}

const detailLengthMax = 200;

function reached(state: SipAnswerState, asked: { response: SipResponse; roundTripMs: number }): SipAnswer {
  const { statusCode, reason, headers } = asked.response;
  const name = headers.get("server")?.[0] ?? headers.get("user-agent")?.[0] ?? "";
  const detail = [reason, name].filter((each) => each !== "").join(" · ");
  return { state, statusCode, detail: plain(detail), roundTripMs: asked.roundTripMs };
}

/** What comes from outside is shown and kept: no more of it than fits, and nothing that is not text. */
function plain(text: string): string | null {
  const clean = text.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, " ").trim();
  return clean === "" ? null : clean.slice(0, detailLengthMax);
}

class NotAllowed extends Error {
  override readonly name = "NotAllowed";
}
class NoSuchName extends Error {
  override readonly name = "NoSuchName";
}

async function allowedAddress(
  { host, port }: SipElement,
  { allowedHosts, resolve = byDns }: AskOptions,
  signal: AbortSignal,
): Promise<string> {
  const addresses = isIP(host) === 0 ? await inTime(resolve(host), signal) : [host];
  const [first] = addresses;
  if (first === undefined) throw new NoSuchName();
  const wanted = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`.toLowerCase();
  const isListed = allowedHosts.split(",").some((each) => each.trim().toLowerCase() === wanted);
  if (!isListed && !addresses.every(isPublic)) throw new NotAllowed();
  return first;
}

async function byDns(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw codeOf(error) === "ENOTFOUND" ? new NoSuchName() : error;
  }
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function failed(error: unknown, transport: Transport, signal: AbortSignal): SipAnswer {
  const detail = signal.aborted ? null : plain(codeOf(error) ?? "");
  return { state: stateOf(error, transport, signal), statusCode: null, detail, roundTripMs: null };
}

function stateOf(error: unknown, transport: Transport, signal: AbortSignal): SipAnswerState {
  if (error instanceof NotSip) return "NOT_SIP";
  if (error instanceof NotAllowed) return "ADDRESS_NOT_ALLOWED";
  if (error instanceof NoSuchName) return "NAME_NOT_FOUND";
  if (error instanceof NoTls) return "TLS_FAILED";
  if (signal.aborted) return "NO_ANSWER";
  const code = codeOf(error) ?? "";
  if (code === "ECONNREFUSED") return "CONNECTION_REFUSED";
  if (/CERT|UNABLE_TO_|SELF_SIGNED|ALTNAME/.test(code)) return "TLS_UNTRUSTED";
  if (unreachable.has(code) || transport !== "TLS") return "NO_ANSWER";
  return "TLS_FAILED";
}

const unreachable: ReadonlySet<string> = new Set(["EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EADDRNOTAVAIL"]);

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : null;
}
