import { z } from "zod";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { revealed, type Part } from "../../kernel/secret.ts";
import { garbage } from "../element.ts";
import { assertAccepted, exchange, jsonOf, type HttpAnswer } from "../http-client.ts";
import { fillJson, fillPath } from "../template.ts";
import type { Text } from "../text.ts";
import { jsonTemplate, register, type RegisterSettings } from "./settings.ts";

export interface RegisterInput {
  /** How the register names the subscriber: IMSI, ICCID or number, whichever it is. */
  readonly subscriber: Text;
}

export interface AttachInput extends RegisterInput {
  /** Whatever the configured body has places for. */
  readonly fields: Readonly<Record<string, Part>>;
}

export interface RegisteredSubscriber {
  readonly state: string;
  readonly isActive: boolean;
}

/** Says what shall be; a second time changes nothing (a register whose attach adds needs a path that names what is added). */
export async function attach(io: ConnectorIo, settings: RegisterSettings, input: AttachInput): Promise<void> {
  const values = { ...input.fields, subscriber: input.subscriber };
  const body = fillJson(jsonTemplate(settings.attachBody) ?? null, values);
  const path = fillPath(settings.attachPath, values);
  await callRegister(io, settings, { method: settings.attachMethod, path, body }, accepted, null);
}

/** A subscriber that is not there is detached already. */
export async function detach(io: ConnectorIo, settings: RegisterSettings, input: RegisterInput): Promise<void> {
  const path = fillPath(settings.detachPath, { subscriber: input.subscriber });
  const read = (answer: HttpAnswer): null => (isAbsent(answer) ? null : accepted(answer));
  await callRegister(io, settings, { method: settings.detachMethod, path, body: null }, read, null);
}

/** Null when the register does not know the subscriber. */
export function getRegistered(
  io: ConnectorIo,
  settings: RegisterSettings,
  input: RegisterInput,
): Promise<RegisteredSubscriber | null> {
  const path = fillPath(settings.getPath, { subscriber: input.subscriber });
  const read = (answer: HttpAnswer) => registeredOf(settings, answer, String(input.subscriber));
  return callRegister(io, settings, { method: "GET", path, body: null }, read, null);
}

export async function verifyAttached(
  io: ConnectorIo,
  settings: RegisterSettings,
  input: RegisterInput,
): Promise<boolean> {
  return (await getRegistered(io, settings, input))?.isActive ?? false;
}

export async function verifyDetached(
  io: ConnectorIo,
  settings: RegisterSettings,
  input: RegisterInput,
): Promise<boolean> {
  return (await getRegistered(io, settings, input)) === null;
}

interface RegisterRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Part;
}

function callRegister<T>(
  io: ConnectorIo,
  settings: RegisterSettings,
  request: RegisterRequest,
  read: (answer: HttpAnswer) => T,
  planned: T,
): Promise<T> {
  return io.call(
    { connector: "register", method: request.method, target: request.path, body: request.body },
    async (signal) => read(await askRegister(settings, request, io.idempotencyKey, signal)),
    planned,
  );
}

export function askRegister(
  settings: RegisterSettings,
  request: RegisterRequest,
  idempotencyKey: string | null,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const authorization = settings.authorization.reveal();
  return exchange(register, {
    method: request.method,
    url: new URL(settings.url.replace(/\/$/, "") + request.path),
    headers: {
      ...(request.body === null ? {} : { "content-type": "application/json" }),
      ...(authorization === "" ? {} : { authorization }),
      ...(idempotencyKey === null ? {} : { "idempotency-key": idempotencyKey }),
    },
    ...(request.body === null ? {} : { body: JSON.stringify(revealed(request.body)) }),
    timeoutMs: settings.timeoutMs,
    signal,
  });
}

function accepted(answer: HttpAnswer): null {
  assertAccepted(register, answer, true);
  // A page of a proxy that says 200 is not the register.
  if (answer.text !== "" && !answer.contentType.includes("json")) throw garbage(register, "something that is not JSON");
  if (answer.text !== "") jsonOf(register, answer);
  return null;
}

function isAbsent(answer: HttpAnswer): boolean {
  return answer.status === 404 || answer.status === 410;
}

function registeredOf(settings: RegisterSettings, answer: HttpAnswer, subscriber: string): RegisteredSubscriber | null {
  if (isAbsent(answer)) return null;
  assertAccepted(register, answer, true);
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOf(register, answer));
  if (!parsed.success) throw garbage(register, "JSON that is not a subscriber");
  const named = Object.hasOwn(parsed.data, settings.subscriberField)
    ? parsed.data[settings.subscriberField]
    : undefined;
  if (named !== undefined && String(named) !== subscriber) {
    throw garbage(register, "another subscriber than the one asked for");
  }
  const state = Object.hasOwn(parsed.data, settings.stateField) ? parsed.data[settings.stateField] : undefined;
  if (typeof state !== "string") throw garbage(register, "a subscriber without a state");
  return { state, isActive: state === settings.activeState };
}
