import { nameLengthMax, screeningFetchSeconds, screeningFileBytesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { guardAddress, notAllowed } from "../connectors/http/address-guard.ts";
import { http } from "../connectors/http/settings.ts";
import { refused } from "../connectors/element.ts";
import { exchangeFile, type HttpFile } from "../connectors/http-client.ts";
import { installation } from "../kernel/installation.ts";
import type { Validator } from "./list-source.entity.ts";

const redirectsMax = 5;
const validatorLengthMax = 500;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export interface FetchedFile {
  readonly name: string;
  /** Null where it is still what the validator was told of. */
  readonly content: Buffer | null;
  readonly validator: Validator;
}

/**
 * A published file. Every address on the way is looked up, checked and connected to as it was checked: publishers redirect to where their
 * files lie, and a redirect must not lead into the installation's own network.
 * @throws ConnectorFailure
 */
export async function fetchFile(address: string, known: Validator | null): Promise<FetchedFile> {
  const until = performance.now() + screeningFetchSeconds * 1_000;
  let url = addressOf(address);
  for (let hop = 0; hop <= redirectsMax; hop += 1) {
    const answer = await ask(url, known, Math.max(1, Math.ceil(until - performance.now())));
    const location = redirects.has(answer.status) ? answer.headers.location : undefined;
    if (location === undefined) return fileOf(address, answer, known);
    url = addressOf(location, url);
  }
  throw refused(http, "permanent", say("screening.source.redirects", { max: redirectsMax }));
}

async function ask(url: URL, known: Validator | null, timeoutMs: number): Promise<HttpFile> {
  const addresses = await guardAddress(url, installation().webhookHosts, timeoutMs);
  return exchangeFile(http, {
    method: "GET",
    url,
    headers: {
      accept: "text/csv, text/plain, */*;q=0.5",
      "accept-encoding": "identity",
      ...(known?.etag == null ? {} : { "if-none-match": known.etag }),
      ...(known?.lastModified == null ? {} : { "if-modified-since": known.lastModified }),
    },
    timeoutMs,
    signal: new AbortController().signal,
    addresses,
    wholeBytesMax: screeningFileBytesMax,
  });
}

function fileOf(address: string, { status, headers, content }: HttpFile, known: Validator | null): FetchedFile {
  const name = nameOf(address);
  if (status === 304 && known !== null) return { name, content: null, validator: known };
  if (status !== 200) throw refused(http, "permanent", `status ${status}`);
  const kept = (value: string | undefined) => (value === undefined || value.length > validatorLengthMax ? null : value);
  return { name, content, validator: { etag: kept(headers.etag), lastModified: kept(headers["last-modified"]) } };
}

/** What its address calls it. */
function nameOf(address: string): string {
  const { pathname, hostname } = addressOf(address);
  return (pathname.split("/").findLast((part) => part !== "") ?? hostname).slice(0, nameLengthMax);
}

function addressOf(text: string, from?: URL): URL {
  const url = URL.parse(text, from);
  if (url === null) throw notAllowed(say("address.notWeb"));
  return url;
}
