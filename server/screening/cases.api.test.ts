import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "../kernel/viewer.ts";
import { plantCustomers } from "../testkit/customers-of-tests.ts";
import { deniedPersons, importFiles, screen } from "../testkit/screening-of-tests.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { watchCase } from "./list-cases.ts";
import { address, caseFacts, codes, screeningApi, uuidOf, type Payload } from "../testkit/screening-api.ts";

const world = await testWorld();
const { rows } = world.database;
const [owner, operator] = ["owner@acme.test", "ops@tierline.test"] as const;
beforeAll(async () => {
  await plantCustomers(world);
  await importFiles(world, "DPL", deniedPersons("Denied Trading LLC|US", "Ivan Petrov|RU"));
  await screen(world);
});
const second: Viewer = { ...world.as(operator).viewer, userId: newId(), name: "Second Reviewer" };
const hour = { hours: 1 };
const { operations, ask, update, screened, decide, attempt, suspect, people, openSessions } = screeningApi(world);

test("C18: a potential match is one open case; approved, it is over with who decided when, and an open console sees it", async () => {
  const { id, found } = await suspect();
  expect(found).toMatchObject({
    state: "OPEN",
    matches: [
      {
        matchedName: "Denied Trading LLC",
        score: 1_000,
        isSameCountry: false,
        words: [{ ours: "denied", likeness: 1_000 }, {}],
      },
    ],
  });
  const seen: string[] = [];
  const watching = new AbortController();
  const watch = (async () => {
    for await (const each of watchCase(world.as(owner), found.id, watching.signal)) {
      seen.push(each.state);
      if (each.state === "APPROVED") return;
    }
  })();
  await expect.poll(() => seen).toEqual(["OPEN"]);
  expect((await decide("take", operator, found)).screeningCase).toMatchObject({
    owner: "Olivia Grant",
  });
  const now = (await screened(id)).screening.case!;
  const approved = await decide("approve", operator, now);
  expect(approved.screeningCase).toMatchObject({
    state: "APPROVED",
    reason: "Looked into",
    decidedBy: "Olivia Grant",
  });
  await watch;
  expect(seen.at(-1)).toBe("APPROVED");
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", screening: { state: "APPROVED" } });
  expect(codes(await decide("approve", operator, approved.screeningCase!))).toEqual(["STATE_CONFLICT id"]);
  expect(
    await rows("select operation from audit_entry where subject_id = $1 order by id", [uuidOf(found.id)]),
  ).toMatchObject(["screening.open", "screening.take", "screening.approve"].map((operation) => ({ operation })));
});

test("a decision is made on what was seen and for a reason, and stands until the customer or the listed party changes", async () => {
  const { id, found } = await suspect();
  expect(codes(await decide("approve", operator, found, { version: found.version + 1 }))).toEqual(["STALE version"]);
  expect(codes(await decide("approve", operator, found, { reason: "" }))).toEqual(["REQUIRED reason"]);
  await decide("approve", operator, found);
  const again = async () => {
    await rows(
      "insert into screening (id, path, customer_id, trigger, state, list_versions, matches) select gen_random_uuid(), path, id, 'LIST_CHANGED', 'RUNNING', '{}', 0 from customer where id = $1",
      [uuidOf(id)],
    );
    await screen(world);
    return (await screened(id)).screening;
  };
  expect(await again()).toMatchObject({ state: "APPROVED", case: { id: found.id } });
  await update(id, { billingAddress: { ...address, country: "US", region: "NY", postalCode: "10001" } });
  await screen(world);
  const other = (await screened(id)).screening;
  expect(other).toMatchObject({ state: "POTENTIAL_MATCH", case: { state: "OPEN" } });
  expect(other.case?.id).not.toBe(found.id);
});

test("confirming takes two people, and the second is not the first", async () => {
  const { id, found } = await suspect();
  const first = await decide("confirm", operator, found);
  expect(first.screeningCase).toMatchObject({ state: "CONFIRMING" });
  expect(codes(await decide("confirm", operator, first.screeningCase!))).toEqual(["STATE_CONFLICT id"]);
  expect((await decide("confirm", second, first.screeningCase!)).screeningCase).toMatchObject({
    state: "NON_COMPLIANT",
  });
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", screening: { state: "NON_COMPLIANT" } });
  // Whoever changes their name is not let off by it: somebody decides anew.
  await update(id, { name: "Lighthouse Brewery" });
  await screen(world);
  expect((await screened(id)).screening).toMatchObject({
    state: "POTENTIAL_MATCH",
    case: { id: found.id, state: "OPEN" },
  });
});

test("C19: a case is in time for 60 minutes and overdue a second later, which figures and filter tell", async () => {
  world.clock.advance({ days: 40 });
  await rows(
    "update screening_case set state = 'APPROVED', reason = 'x', decided_at = $1 where state in ('OPEN', 'CONFIRMING', 'NON_COMPLIANT')",
    [t0],
  );
  const { id, found } = await suspect();
  const figures = async () =>
    (await ask<{ screeningFigures: object }>(operator, "{ screeningFigures { undecided overdue medianMinutes } }"))
      .screeningFigures;
  const overdue = async () =>
    (
      await ask<{ screeningCases: { nodes: { id: string }[] } }>(
        operator,
        "{ screeningCases(first: 10, filter: { isOverdue: true }) { nodes { id } } }",
      )
    ).screeningCases.nodes;
  world.clock.advance(hour);
  expect((await screened(id)).screening.case).toMatchObject({ isOverdue: false });
  expect(await overdue()).toEqual([]);
  world.clock.advance({ seconds: 1 });
  expect((await screened(id)).screening.case).toMatchObject({ isOverdue: true });
  expect(await overdue()).toEqual([{ id: found.id }]);
  expect(await figures()).toEqual({ undecided: 1, overdue: 1, medianMinutes: null });
  await decide("approve", operator, found);
  expect(await figures()).toEqual({ undecided: 0, overdue: 0, medianMinutes: 60 });
});

test("C20: the reseller's people have a task, and an attempt to reach somebody stands with the case", async () => {
  const { found } = await suspect();
  const told = await rows<{ email: string }>(
    "select u.email from notification n join app_user u on u.id = n.user_id where n.case_id = $1 order by 1",
    [uuidOf(found.id)],
  );
  expect(told.map(({ email }) => email)).toEqual(expect.arrayContaining(["agent@acme.test", owner]));
  expect(told.every(({ email }) => email.endsWith("@acme.test"))).toBe(true);
  const key = newId();
  await attempt(found, "UNREACHABLE", key);
  expect((await attempt(found, "UNREACHABLE", key)).screeningCase).toMatchObject({ unreachable: 1 });
  const source = "query ($id: ID!) { screeningCase(id: $id) { attempts { channel outcome isCounted by note } } }";
  expect(await ask(owner, source, { id: found.id })).toEqual({
    screeningCase: {
      attempts: [{ channel: "PHONE", outcome: "UNREACHABLE", isCounted: true, by: expect.any(String), note: null }],
    },
  });
});

test("C21: after 30 days of 24 hours the customer and its people are deactivated, announced 7, 3 and 1 days before, and brought back within 30 days", async () => {
  const { id, found } = await suspect();
  const users = await people(uuidOf(id), 4);
  const mails = async () =>
    (
      await rows<{ subject: string }>("select distinct subject from outbox_mail where cause like $1 order by 1", [
        `screening:announced:${uuidOf(found.id)}%`,
      ])
    ).map(({ subject }) => subject);
  for (const [days, expected] of [
    [22, 0],
    [23, 1],
    [27, 2],
    [29, 3],
  ] as const) {
    const opened = (
      await rows<{ opened_at: Date }>("select opened_at from screening_case where id = $1", [uuidOf(found.id)])
    )[0]!.opened_at;
    world.clock.set(new Date(opened.getTime() + days * 86_400_000));
    await screen(world);
    await screen(world);
    expect(await mails()).toHaveLength(expected);
  }
  world.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
  await screen(world);
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", suspensionReasons: [] });
  expect(await openSessions(users)).toBe(4);
  world.clock.advance({ seconds: 1 });
  await screen(world);
  expect(await screened(id)).toMatchObject({
    state: "DEACTIVATING",
    suspensionReasons: ["COMPLIANCE"],
    screening: { state: "NON_COMPLIANT" },
  });
  expect(await openSessions(users)).toBe(0);
  await screen(world);
  const off = await screened(id);
  expect(off).toMatchObject({ state: "DEACTIVATED", screening: { case: { state: "DEACTIVATED" } } });
  const back = async (version: number) => {
    const source = `mutation ($input: DecideScreeningCaseInput!) { reactivateScreenedCustomer(input: $input) { screeningCase { ${caseFacts} } userErrors { code path } } }`;
    return (
      await ask<Record<string, Payload>>(operator, source, {
        input: { id: found.id, version, reason: "Another party" },
      })
    )["reactivateScreenedCustomer"]!;
  };
  const { version } = off.screening.case!;
  expect(codes(await decide("approve", operator, off.screening.case!))).toEqual(["STATE_CONFLICT id"]);
  world.clock.advance({ days: 30, seconds: 1 });
  expect(codes(await back(version))).toEqual(["EXPIRED id"]);
  world.clock.advance({ seconds: -1 });
  expect((await back(version)).screeningCase).toMatchObject({ state: "APPROVED" });
  await screen(world);
  expect(await screened(id)).toMatchObject({
    state: "ACTIVE",
    suspensionReasons: [],
    screening: { state: "APPROVED" },
  });
});

test("C21: the third attempt in vain that counts deactivates at once; one reached begins the count anew, one made too soon does not count", async () => {
  const { id, found } = await suspect();
  const tries = async (outcome: "REACHED" | "UNREACHABLE") =>
    (await attempt(found, outcome)).screeningCase?.unreachable;
  expect(await tries("UNREACHABLE")).toBe(1);
  world.clock.advance({ minutes: 5 });
  expect(await tries("UNREACHABLE")).toBe(1);
  world.clock.advance({ hours: 24 });
  expect(await tries("UNREACHABLE")).toBe(2);
  expect(await screened(id)).toMatchObject({ state: "ACTIVE" });
  expect(await tries("REACHED")).toBe(0);
  for (const expected of [1, 2]) {
    world.clock.advance({ hours: 24 });
    expect(await tries("UNREACHABLE")).toBe(expected);
  }
  expect(await screened(id)).toMatchObject({ state: "ACTIVE" });
  world.clock.advance({ hours: 24 });
  const third = await attempt(found, "UNREACHABLE");
  expect(third.screeningCase).toMatchObject({ state: "DEACTIVATED", unreachable: 3 });
  expect(await screened(id)).toMatchObject({ state: "DEACTIVATING" });
  await screen(world);
  expect(await screened(id)).toMatchObject({ state: "DEACTIVATED" });
  expect(codes(await attempt(found, "UNREACHABLE"))).toEqual(["STATE_CONFLICT id"]);
  const told = [
    "screening.find",
    "screening.take",
    "screening.approve",
    "screening.confirm",
    "screening.contact",
    "screening.deactivate",
    "screening.reactivate",
  ];
  expect(await operations()).toEqual(expect.arrayContaining(told));
});
