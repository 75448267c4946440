import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { insertCustomers } from "../customers/insert-customers.ts";
import { installation, setInstallation } from "../kernel/installation.ts";
import { fetchLists } from "../screening/fetch-lists.ts";
import { setListSource } from "../screening/set-source.ts";
import { publisherOfTests, type Publisher } from "./publisher-of-tests.ts";
import { deniedPersons, screen } from "./screening-of-tests.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, testWorld } from "./world.ts";

/** Of so many customers every tenth bears a listed name, half of them one of the first version and half one of the second. */
const customers = 400;
const suspects = customers / 10;
const blows = 2;
const workers = 2;
/** Others on the list, so that taking it over takes a while. */
const others = 1_500;

const world = await testWorld();
const { rows } = world.database;
let publisher: Publisher;
beforeAll(async () => {
  publisher = await publisherOfTests();
  const { webhookHosts } = installation();
  setInstallation({ webhookHosts: publisher.host });
  return () => {
    setInstallation({ webhookHosts });
    publisher.close();
  };
});

function hire(): ChildProcess {
  const file = new URL("./screening-worker.ts", import.meta.url).pathname;
  const args = [world.database.url, publisher.host, world.clock.now().toISOString()];
  const worker = fork(file, args, {
    execArgv: ["--import", "@oxc-node/core/register"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  return worker;
}

/** Two at once, which die somewhere in their work: at a moment of its own each time. */
async function strike(): Promise<void> {
  const hired = Array.from({ length: workers }, hire);
  await Promise.all(hired.map((worker) => once(worker, "message")));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
  const gone = hired.map((worker) => once(worker, "exit"));
  for (const worker of hired) worker.kill("SIGKILL");
  expect((await Promise.all(gone)).map(([, signal]) => signal as string)).toEqual(hired.map(() => "SIGKILL"));
}

/** Until nothing is due: what a dead worker had taken is free when the database has noticed, or its quarter of an hour is over. */
async function calm(): Promise<void> {
  world.clock.advance({ minutes: 16 });
  await expect
    .poll(
      async () => {
        await fetchLists(world.system());
        await Promise.all([screen(world), screen(world)]);
        const [due] = await rows<{ count: number }>(
          `select (select count(*) from screening where state = 'RUNNING')::int
             + (select count(*) from list_version where asked_at is null)::int
             + (select count(*) from list_source where next_at <= $1)::int as count`,
          [world.clock.now()],
        );
        return due?.count;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
}

const suspectName = (index: number) => `Suspect ${"abcdefghijklmnopqrst"[index % 20]}${index} Qarvel`;
const listedOf = (version: number) =>
  Array.from({ length: suspects }, (_, index) => index)
    .filter((index) => version === 2 || index % 2 === 0)
    .map((index) => `${suspectName(index)}|US`);
const otherNames = Array.from({ length: others }, (_, index) => `Other ${newId().slice(-12)} ${index}|US`);

function publish(version: number): void {
  publisher.files.set("/dpl.csv", { text: deniedPersons(...otherNames, ...listedOf(version))["dpl.csv"]! });
}

test("C13, C15: workers are killed again and again while they fetch a list and screen 400 customers, and each is screened once and has one case", async () => {
  publish(1);
  const urls = [`http://${publisher.host}/dpl.csv`];
  await setListSource(world.as("ops@tierline.test"), { list: "DPL", version: 0, urls, everyHours: 1 });
  const { id: resellerId, path: resellerPath } = resellersOfTests.acmeNorth;
  const base = { kind: "BUSINESS", email: null, phone: null, homeCountry: "GB", language: "en" } as const;
  await insertCustomers(
    world.system().em,
    Array.from({ length: customers }, (_, index) => ({
      ...base,
      createdVia: "API" as const,
      id: newId(),
      resellerId,
      resellerPath,
      number: 1_000 + index,
      name: index < suspects ? suspectName(index) : `Harbour ${index}`,
      createdAt: t0,
    })),
  );
  for (let blow = 0; blow < blows; blow += 1) await strike();
  await calm();
  const tally = async () =>
    rows(
      `select trigger, count(*)::int as checks, count(distinct customer_id)::int as customers
       from screening group by trigger order by trigger`,
    );
  const cases = async () =>
    rows(
      `select count(*)::int as cases, count(distinct customer_id)::int as customers, count(*) filter (where state <> 'OPEN')::int as others
       from screening_case`,
    );
  const created = (await tally()).find(({ trigger }: { trigger?: string }) => trigger === "CUSTOMER_CREATED");
  expect(created).toMatchObject({ checks: customers, customers });
  expect(await cases()).toEqual([{ cases: suspects / 2, customers: suspects / 2, others: 0 }]);
  // Whoever was looked at before there was a list has been looked at with it.
  const seen =
    "select count(distinct customer_id)::int as count from screening where state in ('CLEAR', 'POTENTIAL_MATCH')";
  expect(await rows(seen)).toEqual([{ count: customers }]);
  publish(2);
  world.clock.advance({ hours: 1 });
  for (let blow = 0; blow < blows; blow += 1) await strike();
  await calm();
  expect(await cases()).toEqual([{ cases: suspects, customers: suspects, others: 0 }]);
  expect(await rows("select number, is_current, entries from list_version order by number")).toEqual([
    { number: 1, is_current: false, entries: others + suspects / 2 },
    { number: 2, is_current: true, entries: others + suspects },
  ]);
  // The second version can touch those alone who are on it, and each was looked at for it once.
  const [again] = await rows<{ checks: number; customers: number }>(
    `select count(*)::int as checks, count(distinct customer_id)::int as customers from screening
     where trigger = 'LIST_CHANGED' and list_version_id = (select id from list_version where number = 2)`,
  );
  expect(again).toEqual({ checks: suspects / 2, customers: suspects / 2 });
  expect((await tally()).find(({ trigger }: { trigger?: string }) => trigger === "CUSTOMER_CREATED")).toEqual(created);
}, 120_000);
