import { expect, test } from "vitest";
import { rendered } from "../render-sentence.ts";
import { demoWorld } from "./world.ts";

const world = demoWorld(new Date("2026-11-21T12:00:00Z"));

test("whoever placed an order stands in the trail, at that moment, with what and for whom", () => {
  expect(world.trail.length).toBe(world.orders.length);
  const order = world.orders.find(({ number, path }) => number === 3106 && path.startsWith("r1.r2.r3."));
  const entry = world.trail.find(({ subjectId }) => subjectId === order?.id);
  expect(entry).toMatchObject({ at: order?.placedAt, actor: order?.placedByName, path: order?.path });
  expect(rendered(entry?.subject ?? "", "fr")).toMatch(/^.+ pour .+ \(ID: \d+\)$/);
});
