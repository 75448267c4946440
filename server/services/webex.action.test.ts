import type { Words } from "@tierline/shared/sentence.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { definition } from "../connectors/webex/definition.ts";
import { Unknown } from "../kernel/secret.ts";
import type { OutputValue, OutsideTask } from "../provisioning/action.ts";
import { doingIo, planningIo, testLab, type TestLab, type WatchedIo } from "../testkit/lab.ts";
import { inEnglish } from "../testkit/in-english.ts";
import { webexCustomerAction } from "./webex-customer.action.ts";
import { webexSubscriberAction } from "./webex-subscriber.action.ts";

let lab: TestLab;
beforeAll(async () => {
  lab = await testLab();
});
afterAll(() => lab.drop());

/** What these actions are handed of a task, and what they said. */
function taskWith(io: WatchedIo) {
  const told: Words[] = [];
  const settings = () => Promise.resolve(definition.labSettings(lab.endpoints));
  return { told, task: { io, settings, detail: (words: Words) => told.push(words) } as unknown as OutsideTask };
}

/** An action outside, as the engine holds it. */
interface Outside {
  do(task: OutsideTask, input: object): Promise<Readonly<Record<string, OutputValue>>>;
  verify(task: OutsideTask, input: object): Promise<object | null>;
  undo(task: OutsideTask, input: object): Promise<void>;
}
const customers = webexCustomerAction as unknown as Outside;
const subscribers = webexSubscriberAction as unknown as Outside;

const customer = webexCustomerAction.input.parse({
  provisioningId: "prov-1",
  externalId: "own-1",
  packages: ["webex_calling", "webex_meetings"],
  name: "Johnson Enterprises",
  primaryEmail: "jane@taken.example",
  line1: "1 Way",
  city: "London",
  zip: "SW1A 1AA",
  country: "GB",
  location: { name: "London", timeZone: "Europe/London", language: "en" },
});

test("a package that failed is told on the task, and the customer is there with the others; undoing takes it back", async () => {
  const { task, told } = taskWith(doingIo("run_1:customer"));
  expect(await customers.verify(task, customer)).toBeNull();
  const made = await customers.do(task, customer);
  expect(inEnglish(told)).toEqual(["webex_calling failed: 10022 email is already associated with an existing user"]);
  expect(await customers.do(task, customer)).toEqual(made);
  expect(await customers.verify(task, customer)).toEqual(made);
  await customers.undo(task, customer);
  await customers.undo(task, customer);
  expect(await customers.verify(task, customer)).toBeNull();
});

test("a subscriber is made at the customer that was made before, and taken back", async () => {
  const { task } = taskWith(doingIo("run_1:subscriber"));
  const { customerId } = await customers.do(task, customer);
  const asked = { customerId, email: "jo@je.example", package: "webex_calling", extension: "12" };
  const subscriber = webexSubscriberAction.input.parse(asked);
  const made = await subscribers.do(task, subscriber);
  expect(await subscribers.verify(task, subscriber)).toEqual(made);
  await subscribers.undo(task, subscriber);
  expect(await subscribers.verify(task, subscriber)).toBeNull();
});

test("in a plan the customer's id is not known yet, and nothing is asked", async () => {
  const io = planningIo("run_1:customer");
  const { customerId } = await customers.do(taskWith(io).task, customer);
  expect(customerId).toBeInstanceOf(Unknown);
  expect(webexSubscriberAction.input.safeParse({ customerId, email: "a@b.example", package: "p" }).success).toBe(true);
  expect(io.calls.map(({ method }) => method)).toEqual(["GET", "POST"]);
});
