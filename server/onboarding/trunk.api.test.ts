import { createSocket } from "node:dgram";
import { decodeId, newId } from "@tierline/shared/id.ts";
import type { OnboardingDraft, PbxDraft, PlatformKey } from "@tierline/shared/onboarding.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setInstallation, type LabEndpoints } from "../kernel/installation.ts";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { askAs } from "../testkit/customers-of-tests.ts";
import { peopleWorld } from "../testkit/people-of-tests.ts";
import { trunkPlace } from "./trunk.ts";

const { world, join } = await peopleWorld();
const { rows } = world.database;
const owner = "owner@acme.test";

/** Answers every datagram as a PBX does that is there, or not at all. */
const pbx = { port: 0, isThere: true };
const socket = createSocket("udp4");
beforeAll(async () => {
  socket.on("message", (bytes, { port, address }) => {
    if (!pbx.isThere) return;
    const lines = bytes.toString().split("\r\n");
    const kept = lines.filter((line) => /^(Via|From|To|Call-ID|CSeq):/.test(line));
    socket.send(
      ["SIP/2.0 200 OK", ...kept, "Server: Office 400", "Content-Length: 0", "", ""].join("\r\n"),
      port,
      address,
    );
  });
  await new Promise<void>((done) => void socket.bind(0, "127.0.0.1", done));
  pbx.port = socket.address().port;
  setInstallation({ sipHosts: `127.0.0.1:${pbx.port}` });
});
afterAll(() => {
  setInstallation({ sipHosts: "" });
  socket.close();
});

interface Trunk {
  readonly id: string;
  readonly version: number;
  readonly answer: { readonly state: string } | null;
}
interface Row {
  readonly id: string;
  readonly version: number;
  readonly step: string;
  readonly state: string;
  readonly customer: { readonly id: string; readonly number: number; readonly pbxType: string | null };
  readonly trunk: Trunk | null;
}
interface Answer<T> {
  readonly userErrors: readonly { readonly code: string; readonly path: string[] | null }[];
  readonly onboarding: T;
  readonly trunk: Trunk | null;
}

const trunkFacts =
  "id version ipAddress sipPort transport description users pbxUser gatewayUser hasPbxPassword hasGatewayPassword answer { state statusCode detail }";
const facts = `id version step state customer { id number pbxType } trunk { ${trunkFacts} }`;

async function call(verb: string, type: string, input: object, actor = owner): Promise<Answer<Row>> {
  const asked = verb.endsWith("Pbx") || verb.endsWith("Trunk") ? `trunk { ${trunkFacts} }` : `onboarding { ${facts} }`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${asked} userErrors { code path } } }`;
  const { data, errors } = await world.graphql(actor, document, { input });
  expect(errors).toBeUndefined();
  return (data as Record<string, Answer<Row>>)[verb]!;
}
const told = ({ userErrors }: Answer<Row>) => userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);
const take = (row: Pick<Row, "id" | "version">, step: string, more: object = {}) =>
  call("takeOnboardingStep", "TakeOnboardingStepInput", { id: row.id, version: row.version, step, ...more });
const save = (draft: OnboardingDraft, more: object) =>
  call("saveOnboarding", "SaveOnboardingInput", { idempotencyKey: newId(), draft: JSON.stringify(draft), ...more });
const askPbx = (id: string) => call("askPbx", "AskPbxInput", { id });

const berlin = { line1: "Postweg 1", city: "Berlin", postalCode: "10115", country: "DE" };
const contacts = [
  { name: "Mia", email: "mia@fix.test", role: "MAINTAINER" },
  { name: "Otto", email: "otto@hotel.test", role: "ONSITE_ADMIN" },
];
const draft: OnboardingDraft = {
  customer: { name: "Hotel Adler", billingAddress: berlin, supportContacts: contacts },
  gateway: { name: "GW", siteName: "Berlin", siteAddress: berlin },
};

/** As far as the step after the gateway, with that typed. */
async function atThird(platform: PlatformKey, typed?: PbxDraft): Promise<Row> {
  const { onboarding: made } = await save(draft, { platform, step: "CUSTOMER" });
  const { onboarding: second } = await take(made, "CUSTOMER");
  const { onboarding: third } = await take(second, "GATEWAY");
  if (typed === undefined) return third;
  const more = { id: third.id, version: third.version, platform, step: "PBX" };
  return (await save({ ...draft, pbx: typed }, more)).onboarding;
}

const typed = () => ({ ipAddress: "127.0.0.1", sipPort: String(pbx.port), transport: "UDP", users: "12" });

test("MX12: a trunk has a port from 1 to 65535, TCP unless somebody says otherwise, and a short description", async () => {
  const row = await atThird("OFFICE400", {
    ipAddress: "",
    sipPort: "0",
    transport: "SCTP",
    description: "x".repeat(256),
  });
  expect(told(await take(row, "PBX", { pbxPassword: "x".repeat(129) }))).toEqual([
    "INVALID pbx.transport",
    "REQUIRED pbx.ipAddress",
    "INVALID pbx.sipPort",
    "TOO_LONG pbx.description",
    "TOO_LONG pbxPassword",
  ]);
  const wrong = ["65536", "5060.5", "-1", "sip", "1e3", "99999999999"];
  let { version } = row;
  for (const sipPort of wrong) {
    const more = { id: row.id, version, platform: "OFFICE400", step: "PBX" };
    const said = { ipAddress: "1.2.3", sipPort, users: "many" };
    const { onboarding } = await save({ ...draft, pbx: said }, more);
    version = onboarding.version;
    expect(told(await take(onboarding, "PBX"))).toEqual([
      "INVALID pbx.ipAddress",
      "INVALID pbx.sipPort",
      "INVALID pbx.users",
    ]);
  }
  const more = { id: row.id, version, platform: "OFFICE400", step: "PBX" };
  const { onboarding } = await save(
    { ...draft, pbx: { ipAddress: "PBX.hotel.test", description: "x".repeat(255) } },
    more,
  );
  const { onboarding: done, userErrors } = await take(onboarding, "PBX");
  expect(userErrors).toEqual([]);
  expect(done).toMatchObject({ step: "CONNECT", state: "INCOMPLETE" });
  expect(done.trunk).toMatchObject({
    ipAddress: "pbx.hotel.test",
    sipPort: 5060,
    transport: "TCP",
    hasPbxPassword: false,
  });
});

test("MX12: the passwords of a trunk are sealed, and nothing gives them back: not the draft, the trail or an answer", async () => {
  const [secret, second, third] = ["Nightingale 7", "Woodpecker 9", "Kingfisher 3"] as const;
  const row = await atThird("OFFICE400", { ...typed(), pbxUser: "trunk" });
  const { onboarding } = await take(row, "PBX", { pbxPassword: secret, gatewayPassword: second });
  expect(onboarding.trunk).toMatchObject({ pbxUser: "trunk", hasPbxPassword: true, hasGatewayPassword: true });
  const { id, version } = onboarding.trunk!;
  const uuid = decodeId("pbx", id)!;
  const sealed = async () =>
    (
      await rows<{ pbx: string; gateway: string | null }>(
        "select sealed_pbx_password as pbx, sealed_gateway_password as gateway from pbx_trunk where id = $1",
        [uuid],
      )
    )[0]!;
  const first = await sealed();
  expect(world.vault.open(first.pbx, trunkPlace(uuid, "pbxPassword"))).toBe(secret);
  const trunk = { ipAddress: "127.0.0.1", sipPort: pbx.port, transport: "UDP", pbxUser: "trunk" };
  const update = (input: object) => call("updatePbxTrunk", "UpdatePbxTrunkInput", { id, trunk, ...input });
  const { trunk: changed } = await update({ version, gatewayPassword: third });
  expect((await sealed()).pbx).toBe(first.pbx); // left out: as it was
  expect(world.vault.open((await sealed()).gateway!, trunkPlace(uuid, "gatewayPassword"))).toBe(third);
  expect(told(await update({ version }))).toEqual(["STALE version"]);
  const { trunk: emptied } = await update({ version: changed!.version, gatewayPassword: "" });
  expect(emptied).toMatchObject({ hasPbxPassword: true, hasGatewayPassword: false });
  const [kept] = await rows<{ all: string }>(
    `select concat((select string_agg(o::text, '') from onboarding o), (select string_agg(a::text, '') from audit_entry a),
       (select string_agg(t::text, '') from pbx_trunk t), (select string_agg(i::text, '') from idempotency i)) as all`,
  );
  for (const each of [secret, second, third]) expect(kept!.all).not.toContain(each);
  expect(kept!.all).toContain("pbx_trunk.update");
});

test("MX12: a kept password goes to no address but the one it was typed for", async () => {
  const { onboarding } = await take(await atThird("OFFICE400", { ...typed(), pbxUser: "trunk" }), "PBX", {
    pbxPassword: "Nightingale 7",
    gatewayPassword: "Woodpecker 9",
  });
  const { id, version } = onboarding.trunk!;
  const trunk = { ipAddress: "192.0.2.66", sipPort: pbx.port, transport: "UDP", pbxUser: "trunk" };
  const update = (input: object) => call("updatePbxTrunk", "UpdatePbxTrunkInput", { id, version, trunk, ...input });
  const refused = await update({});
  expect(told(refused)).toEqual(["REQUIRED pbxPassword"]);
  const [kept] = await rows<{ address: string }>("select ip_address as address from pbx_trunk where id = $1", [
    decodeId("pbx", id),
  ]);
  expect(kept!.address).toBe("127.0.0.1");
  // The gateway's is what the PBX says to the gateway: it goes nowhere.
  expect((await update({ pbxPassword: "another" })).trunk).toMatchObject({
    ipAddress: "192.0.2.66",
    hasPbxPassword: true,
    hasGatewayPassword: true,
  });
  const { onboarding: other } = await take(await atThird("OFFICE400", typed()), "PBX");
  const bare = { id: other.trunk!.id, version: other.trunk!.version, trunk };
  expect(told(await update(bare))).toEqual([]); // none is kept
});

test("MX3: the PBX is asked, and only who is answered is onboarded; its type is told from then on", async () => {
  const row = await atThird("MX_ONE", { ...typed(), sipPort: "9" });
  const { onboarding } = await take(row, "PBX");
  expect(told(await take(onboarding, "CONNECT"))).toEqual(["STATE_CONFLICT step"]); // nobody has asked
  const { id, version } = onboarding.trunk!;
  expect((await askPbx(id)).trunk!.answer).toMatchObject({ state: "ADDRESS_NOT_ALLOWED" });
  expect(told(await take(onboarding, "CONNECT"))).toEqual(["STATE_CONFLICT step"]);
  const trunk = { ipAddress: "127.0.0.1", sipPort: pbx.port, transport: "UDP" };
  const { trunk: mended } = await call("updatePbxTrunk", "UpdatePbxTrunkInput", { id, version, trunk });
  expect(mended!.answer).toBeNull(); // another one is asked from now on
  const { trunk: asked } = await askPbx(id);
  expect(asked).toMatchObject({
    version: mended!.version,
    answer: { state: "REACHED", statusCode: 200, detail: "OK · Office 400" },
  });
  expect(onboarding.customer.pbxType).toBeNull();
  const { onboarding: done } = await take(onboarding, "CONNECT");
  expect(done).toMatchObject({ state: "ONBOARDED", step: "CONNECT", customer: { pbxType: "MX_ONE" } });
  const again = await take(onboarding, "CONNECT");
  expect(again.onboarding).toEqual(done);
});

test("in the demo network a PBX goes by a name, and no other private address is asked for it", async () => {
  const { onboarding } = await take(
    await atThird("OFFICE400", { ...typed(), ipAddress: "PBX.lab", sipPort: "" }),
    "PBX",
  );
  const { id } = onboarding.trunk!;
  setInstallation({ sipHosts: "", lab: { pbx: { host: "127.0.0.1", port: pbx.port } } as LabEndpoints });
  try {
    expect((await askPbx(id)).trunk!.answer).toMatchObject({ state: "REACHED" });
    const { onboarding: other } = await take(await atThird("OFFICE400", { ...typed(), sipPort: "9" }), "PBX");
    expect((await askPbx(other.trunk!.id)).trunk!.answer).toMatchObject({ state: "ADDRESS_NOT_ALLOWED" });
  } finally {
    setInstallation({ sipHosts: `127.0.0.1:${pbx.port}`, lab: null });
  }
});

test("who knows better goes on without an answer, and the trail says so", async () => {
  const { onboarding } = await take(await atThird("OFFICE400", typed()), "PBX");
  const { onboarding: done } = await take(onboarding, "CONNECT", { skipsCheck: true });
  expect(done).toMatchObject({ state: "ONBOARDED", customer: { pbxType: "OFFICE400" } });
  const [entry] = await rows<{ changes: object[] }>(
    "select changes from audit_entry where operation = 'onboarding.take_step' and subject_id = $1 order by at desc, id desc limit 1",
    [decodeId("onb", done.id)],
  );
  expect(entry!.changes).toContainEqual({ field: "skipsCheck", before: null, after: "true" });
});

test("MX10: from nine tenths of what a platform is made for on one is warned, and never held up", async () => {
  const capacityOf = async (id: string) => {
    const document = "query ($id: ID!) { onboarding(id: $id) { capacity { users usersMax devicesMax level } } }";
    const { data } = await world.graphql(owner, document, { id });
    return (data as { onboarding: { capacity: object } }).onboarding.capacity;
  };
  const max = { usersMax: 2_500, devicesMax: 5_000 };
  let row = await atThird("OFFICE400", typed());
  for (const [users, level] of [
    ["2249", "FITS"],
    ["2250", "NEAR"],
    ["2500", "NEAR"],
    ["2501", "OVER"],
  ] as const) {
    const more = { id: row.id, version: row.version, platform: "OFFICE400", step: "PBX" };
    row = (await save({ ...draft, pbx: { ...typed(), users } }, more)).onboarding;
    expect(await capacityOf(row.id)).toEqual({ ...max, users: Number(users), level });
  }
  expect(told(await take(row, "PBX"))).toEqual([]);
  const smbc = await atThird("SMBC");
  expect(await capacityOf(smbc.id)).toEqual({ usersMax: 150, devicesMax: 5_000, users: 0, level: "FITS" });
  await rows(
    `insert into app_user (id, path, reseller_id, customer_id, name, email, role, named_customers_only, created_at, version)
     select gen_random_uuid(), c.path, c.reseller_id, c.id, 'P', 'cap' || n || '@cap.test', 'CUSTOMER_USER', false, now(), 1
     from customer c, generate_series(1, 135) n where c.id = $1`,
    [decodeId("cus", smbc.customer.id)],
  );
  expect(await capacityOf(smbc.id)).toMatchObject({ users: 135, level: "NEAR" });
});

test("MX11: users come over by a file of the customer's own; only what has ended makes the step done", async () => {
  const { rehearsed, begun, ran, countsOf } = importsOf(world);
  const row = await atThird("SMBC");
  expect(told(await take(row, "SYNC"))).toEqual(["STATE_CONFLICT step"]);
  const defaults = [{ column: "customer", value: row.customer.id }];
  const id = await rehearsed("USERS", "email,name\nann@smbc.test,Ann\nbad,Bo\n", owner, { defaults });
  await rehearsed("USERS", `email,name,customer\nzoe@smbc.test,Zoe,${row.customer.number}\n`);
  const document =
    "query ($id: ID!) { onboarding(id: $id) { syncs { counts { state count } failedRows { row cells { column value } column message } } } }";
  const syncs = async (actor = owner) =>
    ((await world.graphql(actor, document, { id: row.id })).data as { onboarding: { syncs: object[] } }).onboarding
      .syncs;
  expect(await syncs()).toMatchObject([
    {
      failedRows: [
        {
          row: 2,
          column: "email",
          cells: [
            { column: "customer", value: row.customer.id },
            { column: "email", value: "bad" },
            { column: "name", value: "Bo" },
          ],
        },
      ],
    },
  ]);
  expect(told(await take(row, "SYNC"))).toEqual(["STATE_CONFLICT step"]); // rehearsed is not done
  await begun(id);
  expect(told(await take(row, "SYNC"))).toEqual(["STATE_CONFLICT step"]); // nor is what is under way
  await ran(id);
  expect(await countsOf(id)).toEqual({ DONE: 1, REFUSED: 1 });
  const { onboarding } = await take(row, "SYNC");
  expect(onboarding).toMatchObject({ state: "ONBOARDED", customer: { pbxType: "SMBC" }, trunk: null });
});

test("trunks are of one tier: nobody beside sees, changes or asks another's, and nobody of the customer", async () => {
  const { onboarding } = await take(await atThird("OFFICE400", typed()), "PBX");
  const { id, version } = onboarding.trunk!;
  const trunk = { ipAddress: "192.0.2.1" };
  for (const [verb, type, input] of [
    ["updatePbxTrunk", "UpdatePbxTrunkInput", { id, version, trunk }],
    ["askPbx", "AskPbxInput", { id }],
  ] as const) {
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
    const { errors } = await world.graphql("owner@beta.test", document, { input });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  }
  const read = "query ($id: ID!) { customer(id: $id) { name trunk { id } } }";
  const { data } = await world.graphql("owner@beta.test", read, { id: onboarding.customer.id });
  expect(data).toEqual({ customer: null });
  expect((await world.graphql(owner, read, { id: onboarding.customer.id })).data).toMatchObject({
    customer: { trunk: { id } },
  });
  const { viewer } = await join({ role: "ACCOUNT_ADMIN", customerId: onboarding.customer.id });
  const { errors } = await askAs(world, viewer, read, { id: onboarding.customer.id });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});
