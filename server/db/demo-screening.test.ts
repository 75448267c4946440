import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { systemContext } from "../api/request-context.ts";
import { readConfig } from "../kernel/config.ts";
import { openServices } from "../open-services.ts";
import { followLists } from "../screening/follow-lists.ts";
import { runScreenings } from "../screening/run-screenings.ts";
import { testDatabase } from "../testkit/database.ts";
import { plantDemoScreening } from "./demo-screening.ts";
import { plantDemoWorld } from "./demo.ts";
import { examine } from "./doctor.ts";

const database = await testDatabase();
const config = readConfig({ PORT: "0", DATABASE_URL: database.url, TIERLINE_LOG: "silent" });
const services = await openServices(config, randomBytes(32), "api");
afterAll(async () => {
  await services.close();
  await database.drop();
});

test("the demo has lists of its own, one match that waits in time and one that was decided, and everybody else is clear", async () => {
  const context = systemContext(services);
  await plantDemoWorld(context);
  await plantDemoScreening(context);
  const cases = () =>
    database.rows(
      `select c.name, k.state, k.owner, k.decided_by, k.unreachable, now() - k.opened_at < interval '1 hour' as "isFresh",
         k.matches -> 0 ->> 'matchedName' as matched
       from screening_case k join customer c on c.id = k.customer_id order by k.opened_at`,
    );
  const first = await cases();
  expect(first).toEqual([
    {
      name: "Günther Böhm",
      state: "APPROVED",
      owner: "Sam Okafor",
      decided_by: "Sam Okafor",
      unreachable: 0,
      isFresh: false,
      matched: "BOHM, Gunther",
    },
    {
      name: "Tomasz Wójcik",
      state: "OPEN",
      owner: null,
      decided_by: null,
      unreachable: 1,
      isFresh: true,
      matched: "WOJCIK, Tomasz",
    },
  ]);
  expect(await database.rows("select distinct state from screening order by state")).toEqual([
    { state: "CLEAR" },
    { state: "POTENTIAL_MATCH" },
  ]);
  await plantDemoScreening(context);
  await followLists(context);
  await runScreenings(context);
  expect(await cases()).toEqual(first);
  const now = context.clock.now();
  expect((await examine(database.ownerUrl, now, services.vault)).flatMap(({ broken }) => broken)).toEqual([]);
}, 60_000);
