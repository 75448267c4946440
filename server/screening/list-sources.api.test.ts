import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { installation, setInstallation } from "../kernel/installation.ts";
import { deniedPersons, importFiles } from "../testkit/screening-of-tests.ts";
import { publisherOfTests, type Publisher } from "../testkit/publisher-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { fetchLists } from "./fetch-lists.ts";

const world = await testWorld();
const { rows } = world.database;
const operator = "ops@tierline.test";
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
beforeEach(async () => {
  publisher.reset();
  await rows("delete from list_source");
});

interface Source {
  readonly list: string;
  readonly version: number;
  readonly urls: readonly string[];
  readonly outcome: string | null;
  readonly failure: string | null;
  readonly failingSince: string | null;
  readonly nextAt: string;
  readonly isFetching: boolean;
}

interface Answer {
  readonly source: Source | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

const facts = "list version urls everyHours setBy isFetching nextAt triedAt outcome takenAt failingSince failure";

async function mutate(verb: "setScreeningListSource" | "fetchScreeningList", input: object): Promise<Answer> {
  const type = verb === "fetchScreeningList" ? "FetchScreeningListInput" : "SetScreeningListSourceInput";
  const source = `mutation ($input: ${type}!) { ${verb}(input: $input) { source { ${facts} } userErrors { code path } } }`;
  const { data, errors } = await world.graphql(operator, source, { input });
  expect(errors).toBeUndefined();
  return (data as Record<string, Answer>)[verb]!;
}

const set = (...paths: string[]) =>
  mutate("setScreeningListSource", {
    list: "DPL",
    version: 0,
    urls: paths.map((path) => `http://${publisher.host}${path}`),
    everyHours: 24,
  });

/** The same where another test's parties are in force. */
async function begin(...paths: string[]): Promise<void> {
  await set(...paths);
  await mutate("fetchScreeningList", { list: "DPL", isShrinkMeant: true });
}

async function read(): Promise<Source> {
  const { data } = await world.graphql(operator, `{ screeningListSources { ${facts} } }`);
  return (data as { screeningListSources: Source[] }).screeningListSources[0]!;
}

const versions = async () =>
  (await rows<{ count: number }>("select count(*)::int as count from list_version"))[0]!.count;
const listed = async () =>
  (
    await rows<{ name: string }>(
      "select names -> 0 ->> 'name' as name from list_entry where until_id is null order by 1",
    )
  ).map(({ name }) => name);
const dpl = (...names: string[]) => deniedPersons(...names)["dpl.csv"]!;
const hour = { hours: 1 };

test("a list with an address is fetched at once, then at its time and no earlier, and once however many workers ask", async () => {
  publisher.files.set("/dpl.csv", { text: dpl("Alpha Traders|US") });
  const { source } = await set("/dpl.csv");
  expect(source).toMatchObject({ isFetching: true, outcome: null, urls: [`http://${publisher.host}/dpl.csv`] });
  const before = await versions();
  const fetched = await Promise.all([fetchLists(world.system()), fetchLists(world.system())]);
  expect(fetched.toSorted()).toEqual([0, 1]);
  expect(publisher.asked).toHaveLength(1);
  expect(await versions()).toBe(before + 1);
  expect(await listed()).toEqual(["Alpha Traders"]);
  const now = world.clock.now().getTime();
  expect(await read()).toMatchObject({
    outcome: "NEW",
    isFetching: false,
    triedAt: new Date(now).toISOString(),
    takenAt: new Date(now).toISOString(),
    nextAt: new Date(now + 24 * 3_600_000).toISOString(),
    failure: null,
  });
  world.clock.advance({ hours: 23, minutes: 59 });
  expect(await fetchLists(world.system())).toBe(0);
  world.clock.advance({ minutes: 1 });
  expect(await fetchLists(world.system())).toBe(1);
});

test("who says that a file is still the same is believed, and the same content again is no new version", async () => {
  publisher.files.set("/dpl.csv", { text: dpl("Beta Traders|US"), etag: '"one"' });
  await begin("/dpl.csv");
  await fetchLists(world.system());
  const before = await versions();
  world.clock.advance({ days: 1 });
  await fetchLists(world.system());
  expect(publisher.asked.at(-1)).toMatchObject({ ifNoneMatch: '"one"', status: 304 });
  expect(await read()).toMatchObject({ outcome: "SAME" });
  publisher.files.set("/dpl.csv", { text: dpl("Beta Traders|US"), etag: '"two"' });
  world.clock.advance({ days: 1 });
  await fetchLists(world.system());
  expect(publisher.asked.at(-1)).toMatchObject({ status: 200 });
  expect(await read()).toMatchObject({ outcome: "SAME" });
  expect(await versions()).toBe(before);
  // Another version was handed in meanwhile: "as you know it" would leave that one in force.
  await importFiles(world, "DPL", deniedPersons("Beta Traders|US", "Handed In|US"));
  world.clock.advance({ days: 1 });
  await fetchLists(world.system());
  expect(publisher.asked.at(-1)).toMatchObject({ status: 200 });
});

test("of a list of several files all are taken as soon as one of them has changed", async () => {
  const nothing = Array.from({ length: 7 }, () => "-0- ").join(",");
  const sdn = (name: string) => `1,"${name}",-0- ,"SDGT",${nothing},"-0- "\r\n`;
  publisher.files.set("/sdn.csv", { text: sdn("GAMMA, One"), lastModified: "Mon, 23 Nov 2026 08:00:00 GMT" });
  publisher.files.set("/alt.csv", { text: '1,1,"aka","GAMMA, Uno",-0- \r\n', etag: '"a"' });
  const urls = ["/sdn.csv", "/alt.csv"].map((path) => `http://${publisher.host}${path}`);
  await mutate("setScreeningListSource", { list: "OFAC_SDN", version: 0, urls, everyHours: 1 });
  await fetchLists(world.system());
  expect(await read()).toMatchObject({ outcome: "NEW", failure: null });
  publisher.files.set("/alt.csv", { text: '1,1,"aka","GAMMA, Due",-0- \r\n', etag: '"b"' });
  world.clock.advance(hour);
  await fetchLists(world.system());
  expect(await read()).toMatchObject({ outcome: "NEW", failure: null });
  expect(publisher.asked.slice(-3).map(({ path, status }) => [path, status])).toEqual([
    ["/sdn.csv", 304],
    ["/alt.csv", 200],
    ["/sdn.csv", 200],
  ]);
  const names = await rows<{ name: string }>("select name from list_name where name like 'GAMMA%' order by name");
  expect(names.map(({ name }) => name)).toEqual(["GAMMA, Due", "GAMMA, One"]);
});

test("whatever goes wrong leaves in force what was, is told with since when, and is tried again within the hour", async () => {
  publisher.files.set("/dpl.csv", { text: dpl("Delta Traders|US", "Epsilon Traders|US") });
  await begin("/dpl.csv");
  await fetchLists(world.system());
  const [before, good] = [await versions(), await listed()];
  expect(good).toEqual(expect.arrayContaining(["Delta Traders", "Epsilon Traders"]));
  world.clock.advance({ days: 1 });
  const since = world.clock.now().toISOString();
  const wrongs: [object, RegExp][] = [
    [{ status: 503 }, /503/],
    [{ text: "<html>We are being rebuilt</html>" }, /lacks columns/],
    [{ text: dpl("Delta Traders|US").replace('"Delta Traders"', '"Delta') }, /no table|columns/],
    [{ text: "" }, /no entries/],
    [{ text: dpl("Delta Traders|US") }, /would be gone/],
    [{ content: Buffer.concat([Buffer.from("Name\0"), randomBytes(100)]) }, /no text/],
    [{ text: "x", claimedLength: 60_000_001 }, /60/],
    [{ redirect: "/dpl.csv" }, /redirects more than 5/],
    [{ redirect: "http://169.254.169.254/latest/meta-data" }, /may not be called/],
    [{ redirect: "https://10.0.0.1/dpl.csv" }, /private or reserved/],
  ];
  for (const [file, why] of wrongs) {
    publisher.files.set("/dpl.csv", file);
    await fetchLists(world.system());
    const source = await read();
    expect(source).toMatchObject({ outcome: "FAILED", failingSince: since });
    expect(source.failure).toMatch(why);
    expect(new Date(source.nextAt).getTime() - world.clock.now().getTime()).toBe(3_600_000);
    world.clock.advance(hour);
  }
  publisher.files.set("/dpl.csv", { text: dpl("Delta Traders|US", "Epsilon Traders|US") });
  publisher.close();
  await fetchLists(world.system());
  expect((await read()).failure).toMatch(/Cannot connect/);
  expect([await versions(), await listed()]).toEqual([before, good]);
  const home = "{ homeSummary { attention { kind title detail since } } }";
  const attention = async (email: string) =>
    (
      (await world.graphql(email, home)).data as { homeSummary: { attention: { kind: string }[] } }
    ).homeSummary.attention.filter(({ kind }) => kind === "SCREENING_LIST");
  expect(await attention(operator)).toMatchObject([{ title: "Denied Persons List", since }]);
  expect(await attention("owner@acme.test")).toEqual([]);
  await publisher.open();
  world.clock.advance(hour);
  await fetchLists(world.system());
  expect(await read()).toMatchObject({ outcome: "SAME", failure: null, failingSince: null });
  expect(await attention(operator)).toEqual([]);
});

test("a redirect is followed, each file within its address's name", async () => {
  publisher.files.set("/latest/dpl.csv", { redirect: "/2026/11.csv" });
  publisher.files.set("/2026/11.csv", { text: dpl("Zeta Traders|US") });
  await begin("/latest/dpl.csv");
  await fetchLists(world.system());
  expect(await read()).toMatchObject({ outcome: "NEW" });
  expect(await rows("select files from list_version order by id desc limit 1")).toEqual([{ files: ["dpl.csv"] }]);
});

test("a worker that dies over it is waited for a quarter of an hour, and what it still says then counts for nothing", async () => {
  publisher.files.set("/dpl.csv", { text: dpl("Zeta Traders|US", "Eta Traders|US") });
  await begin("/dpl.csv");
  const patience = Promise.withResolvers<void>();
  publisher.patience = patience.promise;
  onTestFinished(() => patience.resolve());
  const slow = fetchLists(world.system());
  await expect.poll(() => publisher.asked.length).toBe(1);
  expect(await fetchLists(world.system())).toBe(0);
  world.clock.advance({ minutes: 15 });
  publisher.patience = Promise.resolve();
  expect(await fetchLists(world.system())).toBe(1);
  const before = await read();
  world.clock.advance({ minutes: 1 });
  patience.resolve();
  await slow;
  expect(await read()).toEqual(before);
});

test("addresses are checked before they are kept; who sets them after another has to read again; none: it is fetched no more", async () => {
  const bad = { list: "DPL", version: 0, everyHours: 0 };
  const codes = ({ userErrors }: Answer) => userErrors.map(({ code, path }) => `${code} ${path?.join(".")}`);
  expect(
    codes(await mutate("setScreeningListSource", { ...bad, urls: ["https://10.0.0.1/x", "ftp://a.test/b"] })),
  ).toEqual(["INVALID urls.0", "INVALID urls.1", "INVALID everyHours"]);
  const five = Array.from({ length: 6 }, (_, index) => `https://lists.example/${index}`);
  expect(codes(await mutate("setScreeningListSource", { ...bad, everyHours: 1, urls: five }))).toEqual([
    "TOO_LONG urls",
  ]);
  expect(codes(await mutate("fetchScreeningList", { list: "DPL" }))).toEqual(["STATE_CONFLICT list"]);
  expect(codes(await set("/dpl.csv"))).toEqual([]);
  expect(codes(await set("/other.csv"))).toEqual(["STALE version"]);
  const gone = await mutate("setScreeningListSource", { list: "DPL", version: 1, urls: [], everyHours: 24 });
  expect(gone).toEqual({ source: null, userErrors: [] });
  expect(await rows("select 1 from list_source")).toEqual([]);
  for (const document of ["{ screeningListSources { list } }"]) {
    const { errors } = await world.graphql("owner@acme.test", document);
    expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  }
  const told = await rows<{ operation: string }>("select distinct operation from audit_entry");
  expect(told.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(["screening.source", "screening.fetch", "screening.import"]),
  );
});
