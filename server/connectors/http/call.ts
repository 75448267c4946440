import { say } from "@tierline/shared/sentence.ts";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { revealed, type Part } from "../../kernel/secret.ts";
import { assertAccepted, exchange, jsonOf, type HttpAnswer } from "../http-client.ts";
import { fillJson, fillPath, type TemplateValues } from "../template.ts";
import { guardAddress, notAllowed } from "./address-guard.ts";
import { http, type HttpSettings } from "./settings.ts";

export interface HttpInput {
  /** A path below the configured address, or a whole address; places `{{name}}` are filled from `values`. */
  readonly path: string;
  readonly values?: TemplateValues;
}

export interface SendHttpInput extends HttpInput {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** JSON; places `{{name}}` inside its texts are filled from `values`. Null or absent: no body. */
  readonly body?: Part;
}

export interface HttpResult {
  readonly status: number;
  /** JSON where the endpoint says so, else text. */
  readonly body: unknown;
}

/** POST carries the idempotency key; an endpoint that does not know it must be asked with `findHttp` before repeating. */
export function sendHttp(io: ConnectorIo, settings: HttpSettings, input: SendHttpInput): Promise<HttpResult> {
  const isIdempotent = input.method === "PUT" || input.method === "DELETE";
  const read = (answer: HttpAnswer): HttpResult => {
    assertAccepted(http, answer, isIdempotent);
    return resultOf(answer);
  };
  return callHttp(io, settings, input, read, { status: 200, body: null });
}

/** What is not there (404, 410) is removed already. */
export function removeHttp(io: ConnectorIo, settings: HttpSettings, input: HttpInput): Promise<HttpResult> {
  const read = (answer: HttpAnswer): HttpResult => {
    if (!isAbsent(answer)) assertAccepted(http, answer, true);
    return resultOf(answer);
  };
  return callHttp(io, settings, { ...input, method: "DELETE" }, read, { status: 200, body: null });
}

/** Null when there is nothing (404, 410). */
export function findHttp(io: ConnectorIo, settings: HttpSettings, input: HttpInput): Promise<HttpResult | null> {
  const read = (answer: HttpAnswer): HttpResult | null => {
    if (isAbsent(answer)) return null;
    assertAccepted(http, answer, true);
    return resultOf(answer);
  };
  return callHttp(io, settings, { ...input, method: "GET" }, read, null);
}

export async function verifyHttp(io: ConnectorIo, settings: HttpSettings, input: HttpInput): Promise<boolean> {
  return (await findHttp(io, settings, input)) !== null;
}

export async function verifyHttpRemoved(io: ConnectorIo, settings: HttpSettings, input: HttpInput): Promise<boolean> {
  return (await findHttp(io, settings, input)) === null;
}

function callHttp<T>(
  io: ConnectorIo,
  settings: HttpSettings,
  input: Omit<SendHttpInput, "method"> & { readonly method: string },
  read: (answer: HttpAnswer) => T,
  planned: T,
): Promise<T> {
  const values = input.values ?? {};
  const path = fillPath(input.path, values);
  const body = fillJson(input.body ?? null, values);
  const target = path.startsWith("/") ? path : `/${path}`;
  const call = { connector: "http", method: input.method, target: isWhole(path) ? path : target, body };
  return io.call(
    call,
    async (signal) => read(await askHttp(settings, { ...call, idempotencyKey: io.idempotencyKey }, signal)),
    planned,
  );
}

export interface HttpQuestion {
  readonly method: string;
  readonly target: string;
  readonly body: Part;
  readonly idempotencyKey?: string;
}

export async function askHttp(
  settings: HttpSettings,
  question: HttpQuestion,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const base = new URL(settings.url);
  const url = addressOf(isWhole(question.target) ? question.target : settings.url.replace(/\/$/, "") + question.target);
  const addresses = await guardAddress(url, settings.allowedHosts, settings.timeoutMs);
  const authorization = url.origin === base.origin ? settings.authorization.reveal() : "";
  return exchange(http, {
    method: question.method,
    url,
    headers: {
      ...(question.body === null ? {} : { "content-type": "application/json" }),
      ...(authorization === "" ? {} : { authorization }),
      ...(question.idempotencyKey === undefined ? {} : { "idempotency-key": question.idempotencyKey }),
    },
    ...(question.body === null ? {} : { body: JSON.stringify(revealed(question.body)) }),
    timeoutMs: settings.timeoutMs,
    signal,
    addresses,
  });
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw notAllowed(say("address.notWeb"));
  return url;
}

function isWhole(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(path);
}

function isAbsent(answer: HttpAnswer): boolean {
  return answer.status === 404 || answer.status === 410;
}

function resultOf(answer: HttpAnswer): HttpResult {
  const isJson = answer.contentType.includes("json") && answer.text !== "";
  return { status: answer.status, body: isJson ? jsonOf(http, answer) : answer.text };
}
