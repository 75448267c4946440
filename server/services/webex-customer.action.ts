import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import {
  createWebexCustomer,
  findWebexCustomer,
  removeWebexCustomer,
  type WebexStanding,
} from "../connectors/webex/customer.ts";
import { definition as webexDefinition } from "../connectors/webex/definition.ts";
import { defineAction, knownLater, type OutsideTask } from "../provisioning/action.ts";

/** Recognised by its external id, so that a repetition makes no second one; undoing deletes it. */
export const webexCustomerAction = defineAction({
  key: "webex.create-customer",
  title: say("action.webex.create-customer.title"),
  description: say("action.webex.create-customer.description"),
  kind: "EXTERNAL",
  connector: "webex",
  input: z.object({
    provisioningId: knownLater,
    externalId: knownLater,
    packages: z.array(z.string().min(1)).min(1).max(20),
    name: knownLater,
    primaryEmail: knownLater,
    language: knownLater.optional(),
    line1: knownLater,
    line2: knownLater.optional(),
    city: knownLater,
    state: knownLater.optional(),
    zip: knownLater.optional(),
    country: knownLater,
    /** Asked for by packages with calling. */
    location: z.object({ name: knownLater, timeZone: knownLater, language: knownLater }).optional(),
  }),
  outputs: ["customerId"],
  describe: ({ name }) => `${name}`,
  async do(task, { provisioningId, externalId, packages, name, primaryEmail, language, location, ...said }) {
    const address = withoutUndefined(said);
    const known = { provisioningId, externalId, packages, name, primaryEmail, address };
    const standing = await createWebexCustomer(task.io, await task.settings(webexDefinition), {
      ...known,
      ...(language === undefined ? {} : { language }),
      ...(location === undefined ? {} : { location }),
    });
    tellOfFailed(task, standing);
    return { customerId: standing.id };
  },
  async verify(task, { externalId }) {
    const standing = await findWebexCustomer(task.io, await task.settings(webexDefinition), { externalId });
    if (standing === null) return null;
    tellOfFailed(task, standing);
    return { customerId: standing.id };
  },
  async undo(task, { externalId }) {
    await removeWebexCustomer(task.io, await task.settings(webexDefinition), { externalId });
  },
});

type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** What was left out is not sent at all. */
function withoutUndefined<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>; // as filtered
}

/** A package that failed keeps no other from being used: it is said, and the run goes on. */
export function tellOfFailed(task: Pick<OutsideTask, "detail">, { failed }: WebexStanding): void {
  const [first] = failed;
  if (first === undefined) return;
  const packages = failed.map(({ name }) => name).join(", ");
  task.detail(say("detail.webexFailed", { packages, problem: first.problems.join("; ") }));
}
