import { z } from "zod";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { Unknown, type Part } from "../../kernel/secret.ts";
import { garbage, refused } from "../element.ts";
import { jsonOf } from "../http-client.ts";
import { fillPath } from "../template.ts";
import type { Text } from "../text.ts";
import {
  acceptedPath,
  askWebex,
  assertTaken,
  inWords,
  isAbsent,
  itemsOf,
  settled,
  targetOf,
  type WebexProblem,
  type WebexResource,
} from "./call.ts";
import { webex, type WebexSettings } from "./settings.ts";

export interface WebexAddress {
  readonly line1: Text;
  readonly line2?: Text;
  readonly city: Text;
  readonly state?: Text;
  readonly zip?: Text;
  readonly country: Text;
}

export interface CreateWebexCustomerInput {
  readonly provisioningId: Text;
  /** By which it is recognised: a second creation with it is the first one. */
  readonly externalId: Text;
  readonly packages: readonly string[];
  readonly address: WebexAddress;
  readonly name: Text;
  readonly primaryEmail: Text;
  readonly language?: Text;
  /** Asked for by packages with calling. */
  readonly location?: { readonly name: Text; readonly timeZone: Text; readonly language: Text };
}

/** How it stands, with what failed meanwhile: a package that did keeps no other from being there. */
export interface WebexStanding {
  readonly id: Text;
  readonly status: string;
  /** All that it has, those included that are not there. */
  readonly packages: readonly string[];
  /** Packages that are not there, with what was said of them. */
  readonly failed: readonly { readonly name: string; readonly problems: readonly string[] }[];
}

/** Accepted at once and made afterwards: answers when it is there. */
export async function createWebexCustomer(
  io: ConnectorIo,
  settings: WebexSettings,
  input: CreateWebexCustomerInput,
): Promise<WebexStanding> {
  const known = await findWebexCustomer(io, settings, input);
  if (known !== null) return known;
  const body = bodyOf(input);
  return io.call(
    { connector: "webex", method: "POST", target: targetOf(settings, "/wholesale/customers"), body },
    (signal) => post(settings, "/wholesale/customers", body, signal),
    { id: new Unknown("id"), status: "provisioned", packages: input.packages, failed: [] },
  );
}

/** The customer with these packages and no others, made where it is not there; what it has already is not touched. */
export async function setWebexPackages(
  io: ConnectorIo,
  settings: WebexSettings,
  input: CreateWebexCustomerInput,
): Promise<WebexStanding> {
  const known = await findWebexCustomer(io, settings, input);
  if (known === null) return createWebexCustomer(io, settings, input);
  if (hasExactly(known, input.packages)) return known;
  const { packages, provisioningParameters } = bodyOf(input);
  const body = { packages, ...(provisioningParameters !== undefined && { provisioningParameters }) } as Part; // parts of one
  return put(io, settings, { pattern: "/wholesale/customers/{{id}}", id: known.id, body });
}

export function hasExactly({ packages }: Pick<WebexStanding, "packages">, wanted: readonly string[]): boolean {
  return packages.length === wanted.length && wanted.every((each) => packages.includes(each));
}

/** The whole of it anew: safe to be repeated. Answers when it is so. */
export function put(
  io: ConnectorIo,
  settings: WebexSettings,
  { pattern, id, body }: { readonly pattern: string; readonly id: Text; readonly body: Part },
): Promise<WebexStanding> {
  const path = fillPath(pattern, { id });
  return io.call(
    { connector: "webex", method: "PUT", target: targetOf(settings, path), body },
    async (signal) => {
      const answer = await askWebex(settings, { method: "PUT", path, body }, signal);
      assertTaken(answer, true);
      const changed = await settled(settings, acceptedPath(settings, answer), signal);
      if (changed === null) throw garbage(webex, "something that is gone as soon as it was accepted");
      return standingOf(changed);
    },
    { id, status: "provisioned", packages: [], failed: [] },
  );
}

export async function post(
  settings: WebexSettings,
  path: string,
  body: Part,
  signal: AbortSignal,
): Promise<WebexStanding> {
  const answer = await askWebex(settings, { method: "POST", path, body }, signal);
  // Whether a repetition is recognised is not promised: who asks again looks first.
  assertTaken(answer, false);
  const made = await settled(settings, acceptedPath(settings, answer), signal);
  if (made === null) throw garbage(webex, "something that is gone as soon as it was accepted");
  return standingOf(made);
}

/** Null when there is none of that external id, or when it is being deleted; in a plan `planned`. */
export function findWebexCustomer(
  io: ConnectorIo,
  settings: WebexSettings,
  { externalId }: { readonly externalId: Text },
  planned: WebexStanding | null = null,
): Promise<WebexStanding | null> {
  const path = fillPath("/wholesale/customers?externalId={{externalId}}", { externalId });
  return io.call(
    { connector: "webex", method: "GET", target: targetOf(settings, path), body: null },
    async (signal) => {
      const found = await first(settings, path, ({ externalId: own }) => own === externalId, signal);
      const customer = found === null ? null : await settled(settings, `/wholesale/customers/${found.id}`, signal);
      return customer === null ? null : standingOf(customer);
    },
    planned,
  );
}

export async function first(
  settings: WebexSettings,
  path: string,
  isIt: (each: WebexResource) => boolean,
  signal: AbortSignal,
): Promise<WebexResource | null> {
  const answer = await askWebex(settings, { method: "GET", path }, signal);
  assertTaken(answer, true);
  return itemsOf(answer).find((each) => isIt(each) && each.status !== "deleting") ?? null;
}

/** A customer that is not there is removed already. Answers when it is gone. */
export async function removeWebexCustomer(
  io: ConnectorIo,
  settings: WebexSettings,
  input: { readonly externalId: Text },
): Promise<void> {
  const known = await findWebexCustomer(io, settings, input);
  if (known !== null) await remove(io, settings, "/wholesale/customers/{{id}}", known.id);
}

export function remove(io: ConnectorIo, settings: WebexSettings, pattern: string, id: Text): Promise<null> {
  const path = fillPath(pattern, { id });
  return io.call(
    { connector: "webex", method: "DELETE", target: targetOf(settings, path), body: null },
    async (signal) => {
      const answer = await askWebex(settings, { method: "DELETE", path }, signal);
      if (isAbsent(answer)) return null;
      assertTaken(answer, true);
      await settled(settings, path, signal);
      return null;
    },
    null,
  );
}

/** Whether it could be created, by the service's own checks; nothing is created. Answers what it said. */
export function validateWebexCustomer(
  io: ConnectorIo,
  settings: WebexSettings,
  input: Pick<CreateWebexCustomerInput, "address" | "primaryEmail">,
): Promise<readonly string[]> {
  const body = { address: { ...input.address }, customerInfo: { primaryEmail: input.primaryEmail } } as Part; // texts
  const path = "/wholesale/customers/validate";
  return io.call(
    { connector: "webex", method: "POST", target: targetOf(settings, path), body },
    async (signal) => {
      const answer = await askWebex(settings, { method: "POST", path, body }, signal);
      assertTaken(answer, true);
      const said = validationSchema.safeParse(jsonOf(webex, answer));
      if (!said.success) throw garbage(webex, "JSON that is no validation");
      return said.data.info.map(({ infoCode }) => String(infoCode));
    },
    [],
  );
}

const validationSchema = z.object({
  message: z.string(),
  info: z.array(z.object({ infoCode: z.coerce.number() })).default([]),
});

function bodyOf({ name, primaryEmail, language, location, address, ...rest }: CreateWebexCustomerInput): {
  readonly [key: string]: Part;
} {
  const { timeZone, ...place } = location ?? {};
  return {
    provisioningId: rest.provisioningId,
    externalId: rest.externalId,
    packages: [...rest.packages],
    address: { ...address },
    customerInfo: { name, primaryEmail, ...(language === undefined ? {} : { language }) },
    ...(location === undefined
      ? {}
      : {
          provisioningParameters: { calling: { location: { ...place, timezone: timeZone, address: { ...address } } } },
        }),
  } as { readonly [key: string]: Part }; // of texts, whose places a plan leaves open
}

/** @throws ConnectorFailure where nothing of it is there */
export function standingOf({ id, status, packages, errors }: WebexResource): WebexStanding {
  if (status === "error") throw refused(webex, "permanent", wordsOf(errors ?? []) || "it could not be made");
  const failed = (packages ?? []).filter((each) => each.status === "error");
  return {
    id,
    status,
    packages: (packages ?? []).filter(({ status: each }) => each !== "deleting").map(({ name }) => name),
    failed: failed.map((each) => ({
      name: each.name,
      problems: "errors" in each ? (each.errors ?? []).map(inWords) : [],
    })),
  };
}

function wordsOf(problems: readonly WebexProblem[]): string {
  return problems.map(inWords).join("; ").slice(0, 300);
}
