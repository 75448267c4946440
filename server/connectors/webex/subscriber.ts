import type { ConnectorIo } from "../../kernel/connector.ts";
import { Unknown, type Part } from "../../kernel/secret.ts";
import { fillPath } from "../template.ts";
import type { Text } from "../text.ts";
import { settled, targetOf } from "./call.ts";
import { first, hasExactly, post, put, remove, standingOf, type WebexStanding } from "./customer.ts";
import type { WebexSettings } from "./settings.ts";

export interface WebexSubscriberInput {
  /** The service's own id of the customer. */
  readonly customerId: Text;
  readonly email: Text;
}

export interface CreateWebexSubscriberInput extends WebexSubscriberInput {
  /** One: what a person may use. */
  readonly package: string;
  readonly firstName?: Text;
  readonly lastName?: Text;
  /** One of both is asked for by packages with calling. */
  readonly primaryPhoneNumber?: Text;
  readonly extension?: Text;
}

/** A person at a customer, known by their mail address there. */
export async function createWebexSubscriber(
  io: ConnectorIo,
  settings: WebexSettings,
  input: CreateWebexSubscriberInput,
): Promise<WebexStanding> {
  const known = await findWebexSubscriber(io, settings, input);
  if (known !== null) return known;
  const { customerId, email, package: name, ...details } = input;
  const body = { customerId, email, packages: [name], provisioningParameters: { ...details } } as Part; // texts
  return io.call(
    { connector: "webex", method: "POST", target: targetOf(settings, "/wholesale/subscribers"), body },
    (signal) => post(settings, "/wholesale/subscribers", body, signal),
    { id: new Unknown("id"), status: "provisioned", packages: [name], failed: [] },
  );
}

export function findWebexSubscriber(
  io: ConnectorIo,
  settings: WebexSettings,
  { customerId, email }: WebexSubscriberInput,
): Promise<WebexStanding | null> {
  const path = fillPath("/wholesale/subscribers?customerId={{customerId}}&email={{email}}", { customerId, email });
  return io.call(
    { connector: "webex", method: "GET", target: targetOf(settings, path), body: null },
    async (signal) => {
      const found = await first(settings, path, ({ email: own }) => own === email, signal);
      const person = found === null ? null : await settled(settings, `/wholesale/subscribers/${found.id}`, signal);
      return person === null ? null : standingOf(person);
    },
    null,
  );
}

/** Another package instead of theirs; null for who is not there. */
export async function changeWebexPackage(
  io: ConnectorIo,
  settings: WebexSettings,
  { package: name, ...input }: WebexSubscriberInput & { readonly package: string },
): Promise<WebexStanding | null> {
  const known = await findWebexSubscriber(io, settings, input);
  if (known === null) return null;
  if (hasExactly(known, [name])) return known;
  const body = { packages: [name] };
  return put(io, settings, { pattern: "/wholesale/subscribers/{{id}}", id: known.id, body });
}

/** A subscriber who is not there is removed already. */
export async function removeWebexSubscriber(
  io: ConnectorIo,
  settings: WebexSettings,
  input: WebexSubscriberInput,
): Promise<void> {
  const known = await findWebexSubscriber(io, settings, input);
  if (known !== null) await remove(io, settings, "/wholesale/subscribers/{{id}}", known.id);
}
