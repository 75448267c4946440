import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import { refused } from "../connectors/element.ts";
import type { Text } from "../connectors/text.ts";
import { findWebexCustomer, hasExactly } from "../connectors/webex/customer.ts";
import { definition as webexDefinition } from "../connectors/webex/definition.ts";
import { webex, type WebexSettings } from "../connectors/webex/settings.ts";
import {
  changeWebexPackage,
  createWebexSubscriber,
  findWebexSubscriber,
  removeWebexSubscriber,
} from "../connectors/webex/subscriber.ts";
import { Unknown } from "../kernel/secret.ts";
import { defineAction, knownLater, type OutsideTask } from "../provisioning/action.ts";
import { tellOfFailed } from "./webex-customer.action.ts";

/** The customer by the service's own id, or by the one that it was created with. */
const ofCustomer = { customerId: knownLater.optional(), externalId: knownLater.optional() };
/** What a variable may leave empty is not sent. */
const knownOrEmpty = z.union([knownLater, z.literal("")]).optional();

/** Recognised by the mail address at that customer; undoing deletes the subscriber. */
export const webexSubscriberAction = defineAction({
  key: "webex.create-subscriber",
  title: say("action.webex.create-subscriber.title"),
  description: say("action.webex.create-subscriber.description"),
  kind: "EXTERNAL",
  connector: "webex",
  input: z.object({
    ...ofCustomer,
    email: knownLater,
    package: z.string().min(1),
    firstName: knownOrEmpty,
    lastName: knownOrEmpty,
    /** One of both is asked for by packages with calling. */
    primaryPhoneNumber: knownOrEmpty,
    extension: knownOrEmpty,
  }),
  outputs: ["subscriberId"],
  describe: ({ email }) => `${email}`,
  async do(task, { customerId, externalId, email, package: name, ...said }) {
    const details = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ""));
    const settings = await task.settings(webexDefinition);
    const standing = await createWebexSubscriber(task.io, settings, {
      customerId: await customerOf(task, settings, { customerId, externalId }),
      email,
      package: name,
      ...details,
    });
    tellOfFailed(task, standing);
    return { subscriberId: standing.id };
  },
  async verify(task, { email, ...whose }) {
    const settings = await task.settings(webexDefinition);
    const customerId = await knownCustomer(task, settings, whose);
    const standing = customerId === null ? null : await findWebexSubscriber(task.io, settings, { customerId, email });
    return standing === null ? null : { subscriberId: standing.id };
  },
  undo: (task, { email, ...whose }) => removeOf(task, email, whose),
});

/** Another package instead of the one that somebody has; undoing brings that back. */
export const webexChangePackageAction = defineAction({
  key: "webex.change-package",
  title: say("action.webex.change-package.title"),
  description: say("action.webex.change-package.description"),
  kind: "EXTERNAL",
  connector: "webex",
  input: z.object({ ...ofCustomer, email: knownLater, package: z.string().min(1), before: z.string() }),
  outputs: [],
  describe: ({ email }) => `${email}`,
  async do(task, { email, package: name, before: _before, ...whose }) {
    const settings = await task.settings(webexDefinition);
    const customerId = await customerOf(task, settings, whose);
    const standing = await changeWebexPackage(task.io, settings, { customerId, email, package: name });
    if (standing === null) throw refused(webex, "permanent", "nobody of that address is there");
    tellOfFailed(task, standing);
    return {};
  },
  async verify(task, { email, package: name, ...whose }) {
    const settings = await task.settings(webexDefinition);
    const customerId = await knownCustomer(task, settings, whose);
    const standing = customerId === null ? null : await findWebexSubscriber(task.io, settings, { customerId, email });
    return standing !== null && hasExactly(standing, [name]) ? {} : null;
  },
  async undo(task, { email, before, ...whose }) {
    const settings = await task.settings(webexDefinition);
    const customerId = await knownCustomer(task, settings, whose);
    if (customerId !== null && before !== "") {
      await changeWebexPackage(task.io, settings, { customerId, email, package: before });
    }
  },
});

/** Somebody who is not there is removed already. */
export const webexRemoveSubscriberAction = defineAction({
  key: "webex.remove-subscriber",
  title: say("action.webex.remove-subscriber.title"),
  description: say("action.webex.remove-subscriber.description"),
  kind: "EXTERNAL",
  connector: "webex",
  input: z.object({ ...ofCustomer, email: knownLater }),
  outputs: [],
  describe: ({ email }) => `${email}`,
  async do(task, { email, ...whose }) {
    await removeOf(task, email, whose);
    return {};
  },
  async verify(task, { email, ...whose }) {
    const settings = await task.settings(webexDefinition);
    const customerId = await knownCustomer(task, settings, whose);
    const standing = customerId === null ? null : await findWebexSubscriber(task.io, settings, { customerId, email });
    return standing === null ? {} : null;
  },
});

async function removeOf(task: OutsideTask, email: Text, whose: Whose): Promise<void> {
  const settings = await task.settings(webexDefinition);
  const customerId = await knownCustomer(task, settings, whose);
  if (customerId !== null) await removeWebexSubscriber(task.io, settings, { customerId, email });
}

interface Whose {
  readonly customerId?: Text | undefined;
  readonly externalId?: Text | undefined;
}

/** Null where the service knows no customer of that name. */
async function knownCustomer(
  task: Pick<OutsideTask, "io">,
  settings: WebexSettings,
  { customerId, externalId }: Whose,
): Promise<Text | null> {
  if (customerId !== undefined) return customerId;
  if (externalId === undefined) throw refused(webex, "permanent", "customerId or externalId is needed");
  const planned = { id: new Unknown("customerId"), status: "provisioned", packages: [], failed: [] };
  return (await findWebexCustomer(task.io, settings, { externalId }, planned))?.id ?? null;
}

/** A customer that is being made is waited for: the run tries again. */
async function customerOf(task: Pick<OutsideTask, "io">, settings: WebexSettings, whose: Whose): Promise<Text> {
  const known = await knownCustomer(task, settings, whose);
  if (known !== null) return known;
  throw refused(webex, "retryable", "the customer is not there yet");
}
