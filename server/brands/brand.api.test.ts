import { deflateSync, crc32 } from "node:zlib";
import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { afterAll, expect, test } from "vitest";
import { setInstallation } from "../kernel/installation.ts";
import { cookieOf, givePasswords, liveServer, passwordOfTests, signInDocument } from "../testkit/live-server.ts";
import { nameServer } from "../testkit/name-server.ts";
import { testWorld } from "../testkit/world.ts";
import { checkDueHostnames } from "./prove-hostname.ts";

const world = await testWorld();
await givePasswords(world);
const { rows } = world.database;
const names = await nameServer();
setInstallation({ publicUrl: "https://tierline.example" });
const server = await liveServer(world);
afterAll(async () => {
  setInstallation({ publicUrl: "http://localhost:4000" });
  await server.close();
});

const [acmeOwner, betaOwner] = ["owner@acme.test", "owner@beta.test"];
const facts = `brand { draft { version number weakContrasts { pair contrast } } published { number header logoLight note }
  past { id number } hostnames { id host state failure records { type name expected found isRight } } hostnameFee { amount } }`;

interface Version {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly header: string;
  readonly logoLight: string | null;
  readonly weakContrasts: unknown[];
}
interface Record_ {
  readonly name: string;
  readonly expected: string;
  readonly isRight: boolean;
}
interface Outcome {
  readonly brand: {
    readonly draft: Version | null;
    readonly published: Version | null;
    readonly past: Version[];
    readonly hostnames: { id: string; host: string; state: string; failure: string | null; records: Record_[] }[];
  } | null;
  readonly userErrors: { code: string; path: string[] }[];
}

async function change(email: string, field: string, input?: Record<string, unknown>): Promise<Outcome> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input!`;
  const named = { checkHostname: "HostnameInput!", removeHostname: "HostnameInput!" }[field] ?? type;
  const asked =
    input === undefined
      ? `mutation { ${field} { ${facts} userErrors { code path } } }`
      : `mutation ($input: ${named}) { ${field}(input: $input) { ${facts} userErrors { code path } } }`;
  const { data, errors } = await world.graphql(email, asked, input === undefined ? {} : { input });
  expect(errors).toBeUndefined();
  return (data as Record<string, Outcome>)[field]!;
}

const looks = { header: "Acme Mobile", ...defaultBrandColors, words: [] };

/** What a browser gets under a host name. */
const under = (host: string, url: string, headers: Record<string, string> = {}) =>
  server.api.app.inject({ method: "GET", url, headers: { host, accept: "text/html", ...headers } });
const asked = (host: string, query: string, headers: Record<string, string> = {}, variables = {}) =>
  server.api.app.inject({
    method: "POST",
    url: "/graphql",
    headers: { host, ...headers },
    payload: { query, variables },
  });

/** Lets a reseller have a host name, proved as anybody would. */
async function proved(email: string, host: string): Promise<void> {
  const { brand, userErrors } = await change(email, "addHostname", { host });
  expect(userErrors).toEqual([]);
  const added = brand!.hostnames.find((each) => each.host === host)!;
  const { name, expected } = added.records.find((each) => each.name.startsWith("_tierline."))!;
  names.texts.set(name, expected);
  names.cnames.set(host, "tierline.example");
  const checked = await change(email, "checkHostname", { id: added.id });
  expect(checked.brand!.hostnames.find((each) => each.host === host)).toMatchObject({
    state: "SERVING",
    records: [{ isRight: true }, { isRight: true }],
  });
}

async function balanceOf(path: string): Promise<number> {
  const [row] = await rows<{ micros: string }>(
    `select coalesce(sum(balance_micros), 0)::text as micros from ledger_balance where account_id in (select id from ledger_account where path = '${path}' and kind = 'BILLING')`,
  );
  return Number(row!.micros) / 1e6;
}

test("V19: a colour that is none is refused on its field, a text that is hard to read is named, and nothing is shown before it is published", async () => {
  const wrong = { ...looks, header: "", accent: "red;}body{background:url(//evil)", titleText: "#FFF" };
  expect((await change(acmeOwner, "saveBrand", wrong)).userErrors).toEqual([
    { code: "REQUIRED", path: ["header"] },
    { code: "INVALID", path: ["accent"] },
    { code: "INVALID", path: ["titleText"] },
  ]);
  const pale = await change(acmeOwner, "saveBrand", { ...looks, titleText: "#FFFFFF" });
  expect(pale.brand).toMatchObject({
    draft: { number: 1, weakContrasts: [{ pair: "TITLE", contrast: 1.1 }] },
    published: null,
  });
  const stale = await change(acmeOwner, "saveBrand", { ...looks, version: 17 });
  expect(stale.userErrors).toEqual([{ code: "STALE", path: ["version"] }]);
  const right = await change(acmeOwner, "saveBrand", { ...looks, version: pale.brand!.draft!.version });
  expect(right.brand!.draft!.weakContrasts).toEqual([]);
  const wall = "insert into brand_version select * from jsonb_populate_record(null::brand_version, ";
  await expect(
    rows(
      `${wall} (select to_jsonb(b) || '{"id":"0190a000-0000-7000-8000-000000000001","number":9,"state":"PAST","accent":"red;}"}' from brand_version b limit 1))`,
    ),
  ).rejects.toThrow(/brand_version_accent_check/);
});

test("V19: published, it is what customers see; what was shown before can be gone back to, as a version of its own", async () => {
  expect((await change(acmeOwner, "publishBrand", { note: "First" })).brand).toMatchObject({
    draft: null,
    published: { number: 1, header: "Acme Mobile", note: "First" },
  });
  await change(acmeOwner, "saveBrand", { ...looks, header: "Acme Two" });
  const second = await change(acmeOwner, "publishBrand", {});
  expect(second.brand).toMatchObject({ published: { number: 2, header: "Acme Two" }, past: [{ number: 1 }] });
  const back = await change(acmeOwner, "revertBrand", { id: second.brand!.past[0]!.id, note: "Two was not liked" });
  expect(back.brand).toMatchObject({
    published: { number: 3, header: "Acme Mobile" },
    past: [{ number: 2 }, { number: 1 }],
  });
  expect((await change(acmeOwner, "publishBrand", {})).userErrors).toMatchObject([{ code: "STATE_CONFLICT" }]);
  expect((await change(betaOwner, "saveBrand", { ...looks, header: "Beta & <Co>" })).userErrors).toEqual([]);
  await change(betaOwner, "publishBrand", {});
  const worked = await change(betaOwner, "saveBrand", { ...looks, header: "Beta Two" });
  const stale = await change(betaOwner, "discardBrandDraft", { version: 17 });
  expect(stale.userErrors).toMatchObject([{ code: "STALE" }]);
  const given = await change(betaOwner, "discardBrandDraft", { version: worked.brand!.draft!.version });
  expect(given.brand).toMatchObject({ draft: null, published: { number: 1, header: "Beta & <Co>" } });
});

test("of a logo the picture alone is kept; what is no PNG, or says more of itself than it has, is refused", async () => {
  const logo = png(40, 12);
  const kept = await change(acmeOwner, "setBrandLogo", { scheme: "LIGHT", png: withText(logo).toString("base64") });
  expect(kept.userErrors).toEqual([]);
  const [row] = await rows<{ png: string; width: number }>("select png, width from brand_image");
  expect(row).toEqual({ png: logo.toString("base64"), width: 40 });
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  const broken = Buffer.from(logo);
  broken[40]! ^= 1;
  for (const bad of [svg, broken, logo.subarray(0, -4), Buffer.concat([logo, svg]), png(2_001, 1)]) {
    const refused = await change(acmeOwner, "setBrandLogo", { scheme: "LIGHT", png: bad.toString("base64") });
    expect(refused.userErrors).toMatchObject([{ code: "INVALID", path: ["png"] }]);
  }
  await change(acmeOwner, "publishBrand", {});
});

test("V18: a name that is no host name is refused, one that is proved costs 10.00 once, and until then nothing", async () => {
  for (const host of [
    "http://x",
    "localhost",
    "portal",
    "10.0.0.1",
    "portal.acme.com/x",
    "tierline.example",
    "a_b.com",
    "co.uk",
  ]) {
    const refused = await change(acmeOwner, "addHostname", { host });
    expect({ host, errors: refused.userErrors }).toEqual({ host, errors: [{ code: "INVALID", path: ["host"] }] });
  }
  const before = await balanceOf("r1.r2.r3.");
  const { brand } = await change(acmeOwner, "addHostname", { host: "Interface.MyDomain.com" });
  const [waiting] = brand!.hostnames;
  expect(waiting).toMatchObject({ host: "interface.mydomain.com", state: "WAITING" });
  await change(betaOwner, "addHostname", { host: "interface.mydomain.com" }); // whoever proves it has it
  await checkDueHostnames(world.system());
  expect(await balanceOf("r1.r2.r3.")).toBe(before);
  expect((await under("interface.mydomain.com", "/")).statusCode).toBe(421);
  names.texts.set("_tierline.interface.mydomain.com", waiting!.records[1]!.expected);
  names.cnames.set("interface.mydomain.com", "tierline.example");
  world.clock.advance({ minutes: 2 });
  await Promise.all([checkDueHostnames(world.system()), checkDueHostnames(world.system())]);
  for (let again = 0; again < 3; again += 1) await change(acmeOwner, "checkHostname", { id: waiting!.id });
  expect(await balanceOf("r1.r2.r3.")).toBe(before - 10);
  expect((await change(betaOwner, "addHostname", { host: "interface.mydomain.com" })).userErrors).toMatchObject([
    { code: "TAKEN", path: ["host"] },
  ]);
  expect(await balanceOf("r1.r2.r4.")).toBe(0);
});

test("two brands on two host names never mix: page, logo, sign-in and session are of one host, and a host of nobody's has nothing", async () => {
  await proved(betaOwner, "my.beta.com");
  const query = "query { viewer { user { email } } }";
  for (const path of ["/", "/graphql", "/brand/logo/x.png", "/demo.json"]) {
    const nobody = await under("evil.example.com", path);
    expect([nobody.statusCode, nobody.body]).toEqual([421, "Misdirected Request\n"]);
  }
  const acme = await under("interface.mydomain.com", "/healthz");
  expect(acme.headers["vary"]).toContain("Host");
  const [logo] = await rows<{ sha: string }>("select sha256 as sha from brand_image");
  const address = `/brand/logo/${logo!.sha}.png`;
  const picture = await under("interface.mydomain.com", address);
  expect([picture.statusCode, picture.headers["content-type"], picture.headers["cache-control"]]).toEqual([
    200,
    "image/png",
    "private, max-age=31536000, immutable",
  ]);
  expect((await under("my.beta.com", address)).statusCode).toBe(404);
  const signIn = (host: string, email: string) =>
    asked(host, signInDocument, {}, { input: { email, password: passwordOfTests } });
  const refused = (await signIn("my.beta.com", acmeOwner)).json<{
    data: { signIn: { userErrors: { code: string }[] } };
  }>();
  expect(refused.data.signIn.userErrors).toMatchObject([{ code: "SIGN_IN_REFUSED" }]);
  const entered = await signIn("interface.mydomain.com", acmeOwner);
  const cookie = cookieOf({ headers: new Headers({ "set-cookie": String(entered.headers["set-cookie"]) }) } as never)!;
  const who = async (host: string) =>
    (await asked(host, query, { cookie })).json<{ data: { viewer: { user: { email: string } } | null } }>().data.viewer;
  expect(await who("interface.mydomain.com")).toEqual({ user: { email: acmeOwner } });
  expect(await who("my.beta.com")).toBeNull();
  const foreign = await asked("interface.mydomain.com", query, { cookie, origin: "https://my.beta.com" });
  expect(foreign.statusCode).toBe(403);
  const own = await asked("interface.mydomain.com", query, { cookie, origin: "https://interface.mydomain.com" });
  expect(own.statusCode).toBe(200);
});

test("a proof that is gone for three days ends the name; a name server that does not answer ends nothing", async () => {
  const state = async () =>
    (await rows<{ state: string }>("select state from hostname where host = 'my.beta.com'"))[0]!.state;
  names.failing = true;
  world.clock.advance({ days: 31 });
  await checkDueHostnames(world.system());
  names.failing = false;
  names.texts.delete("_tierline.my.beta.com");
  for (const expected of ["SERVING", "SERVING", "LOST"]) {
    world.clock.advance({ days: 1, minutes: 1 });
    await checkDueHostnames(world.system());
    expect(await state()).toBe(expected);
  }
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8); // grey, 8 bits
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

/** The same with what a program wrote into it besides. */
function withText(file: Buffer): Buffer {
  const at = 8 + 25; // behind its header
  return Buffer.concat([file.subarray(0, at), chunk("tEXt", Buffer.from("Comment\0<script>")), file.subarray(at)]);
}
