import { parse, subscribe } from "graphql";
import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { usersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { notify, type Notice } from "./notify.ts";

const world = await testWorld();
const agent = "agent@acme.test";
const acme = "r1.r2.r3.";

function tell(email: keyof typeof usersOfTests, title: string, more: Partial<Notice> = {}): Promise<void> {
  const notice = {
    userId: usersOfTests[email].id,
    path: acme,
    kind: "RUN_SUCCEEDED",
    title,
    detail: "",
    cause: newId(),
  } as const;
  return transaction(world.system(), (tx) => notify(tx, { ...notice, ...more }));
}

interface Told {
  id: string;
  kind: string;
  title: string;
}

type Events = AsyncGenerator<{ data: { notifications: Told } }>;

async function listen(email: string = agent): Promise<Events> {
  const document = parse("subscription { notifications { id kind title run { id } item { id } } }");
  return (await subscribe({ schema: world.schema, document, contextValue: world.request(email) })) as Events;
}

/** As a browser leaves: the last push has gone out and the next one is waited for. */
async function leave(events: Events): Promise<void> {
  const waiting = events.next();
  await new Promise((resolve) => setTimeout(resolve, 30)); // lets the pull reach its wait
  await events.return(undefined);
  expect((await waiting).done).toBe(true);
}

const next = async (events: Events) => (await events.next()).value.data.notifications as Told;

test("what was not seen yet is told at once, then each new one as it comes", async () => {
  await tell(agent, "before");
  const events = await listen();
  expect((await next(events)).title).toBe("before");
  const coming = next(events);
  await tell(agent, "after");
  expect((await coming).title).toBe("after");
  await leave(events);
});

test("what was told is not told again to a later connection", async () => {
  const events = await listen();
  await tell(agent, "fresh");
  expect((await next(events)).title).toBe("fresh");
  await leave(events);
  expect(world.changes.subscriberCount).toBe(0);
});

test("several that come at once are all told, in their order, to every connection", async () => {
  const [one, two] = [await listen(), await listen()];
  const first = [next(one), next(two)];
  await tell(agent, "a");
  world.clock.advance({ milliseconds: 1 });
  await tell(agent, "b");
  world.clock.advance({ milliseconds: 1 });
  await tell(agent, "c");
  expect((await Promise.all(first)).map(({ title }) => title)).toEqual(["a", "a"]);
  for (const events of [one, two]) expect([(await next(events)).title, (await next(events)).title]).toEqual(["b", "c"]);
  await leave(one);
  await leave(two);
});

test("the same cause is told once, and nobody hears what is meant for another", async () => {
  await tell(agent, "once", { cause: "run:1:5" });
  await tell(agent, "once", { cause: "run:1:5" });
  expect(await world.database.rows("select 1 from notification where title = '\"once\"'")).toHaveLength(1);
  const other = await listen("agent2@acme.test");
  const heard = next(other);
  await tell(agent, "not for you");
  await tell("agent2@acme.test", "for you");
  expect((await heard).title).toBe("for you");
  await leave(other);
});

test("a notification that is older than a day is history", async () => {
  await tell("owner@acme.test", "yesterday");
  world.clock.advance({ days: 1, seconds: 1 });
  const events = await listen("owner@acme.test");
  const coming = next(events);
  await tell("owner@acme.test", "today");
  expect((await coming).title).toBe("today");
  await leave(events);
});

test("nobody is notified who is not signed in", async () => {
  const document = parse("subscription { notifications { id } }");
  const answer = await subscribe({ schema: world.schema, document, contextValue: world.request(null) });
  expect(answer).toMatchObject({ errors: [{ originalError: { code: "UNAUTHENTICATED" } }] });
});
