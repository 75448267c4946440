import { say } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import {
  createWebexCustomer,
  findWebexCustomer,
  hasExactly,
  removeWebexCustomer,
  setWebexPackages,
  type CreateWebexCustomerInput,
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

/** What a variable may leave empty is not sent. */
const givenOrEmpty = z.union([knownLater, z.literal("")]);
const knownOrEmpty = givenOrEmpty.optional();

/** Without these nobody is made outside. Whoever is to be removed may have lost them since. */
const neededToMake = ["primaryEmail", "line1", "city", "country"] as const;

const packagesInput = z
  .object({
    provisioningId: knownLater,
    externalId: knownLater,
    /** Empty: it is to have none any more. */
    packages: z.string(),
    name: knownLater,
    primaryEmail: givenOrEmpty,
    language: knownOrEmpty,
    line1: givenOrEmpty,
    line2: knownOrEmpty,
    city: givenOrEmpty,
    state: knownOrEmpty,
    zip: knownOrEmpty,
    country: givenOrEmpty,
    /** Asked for by packages with calling. */
    locationName: knownOrEmpty,
    timeZone: knownOrEmpty,
    locationLanguage: knownOrEmpty,
  })
  .superRefine((input, { addIssue }) => {
    if (input.packages.trim() === "") return;
    for (const path of neededToMake.filter((name) => input[name] === "")) {
      addIssue({ code: "too_small", minimum: 1, origin: "string", input: "", path: [path] });
    }
  });
type PackagesInput = z.output<typeof packagesInput>;

/**
 * A customer with these packages and no others, made where it is not there, and removed where it is to have none: the service knows no
 * customer without packages. A package that fails keeps no other from being used: the run
 * goes on, and `failed` says which, for `customer.record-packages`. Packages are named with blanks between.
 */
export const webexSetPackagesAction = defineAction({
  key: "webex.set-packages",
  title: say("action.webex.set-packages.title"),
  description: say("action.webex.set-packages.description"),
  kind: "EXTERNAL",
  connector: "webex",
  input: packagesInput,
  outputs: ["failed"],
  describe: ({ name, packages }) => `${name}: ${packages}`,
  async do(task, input) {
    const wanted = customerOf(input);
    const settings = await task.settings(webexDefinition);
    if (wanted.packages.length === 0) {
      await removeWebexCustomer(task.io, settings, wanted);
      return { failed: "" };
    }
    const standing = await setWebexPackages(task.io, settings, wanted);
    tellOfFailed(task, standing);
    return { failed: failedOf(standing) };
  },
  async verify(task, input) {
    const wanted = customerOf(input);
    const standing = await findWebexCustomer(task.io, await task.settings(webexDefinition), wanted);
    if (wanted.packages.length === 0) return standing === null ? { failed: "" } : null;
    return standing === null || !hasExactly(standing, wanted.packages) ? null : { failed: failedOf(standing) };
  },
});

function customerOf(input: PackagesInput): CreateWebexCustomerInput {
  const { provisioningId, externalId, packages, name, primaryEmail, line1, city, country } = input;
  const { language, line2, state, zip, locationName, timeZone, locationLanguage } = withoutEmpty(input);
  const address = withoutUndefined({ line1, line2, city, state, zip, country });
  return {
    provisioningId,
    externalId,
    name,
    primaryEmail,
    address,
    packages: packages.split(" ").filter((each) => each !== ""),
    ...(language !== undefined && { language }),
    ...(locationName !== undefined &&
      timeZone !== undefined &&
      locationLanguage !== undefined && {
        location: { name: locationName, timeZone, language: locationLanguage },
      }),
  };
}

type Filled<T> = { [Key in keyof T]?: Exclude<T[Key], ""> };

function withoutEmpty<T extends object>(values: T): Filled<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")) as Filled<T>; // as filtered
}

/** JSON, as `customer.record-packages` reads it; the code stands before the words. */
function failedOf({ failed }: WebexStanding): string {
  const told = failed.map(({ name, problems }) => {
    const [, code = "WEBEX_REFUSED", text = problems.join("; ")] = /^(\d+) (.*)$/.exec(problems.join("; ")) ?? [];
    return { package: name, code, text };
  });
  return told.length === 0 ? "" : JSON.stringify(told);
}

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
