import { expect, test } from "vitest";
import { demoEffects } from "./effects.ts";
import { demoWorld } from "./world.ts";

const world = demoWorld(new Date("2026-11-21T12:00:00Z"));
const effects = demoEffects(world);
const ofService = (number: number) => {
  const service = world.services.find((each) => each.number === number);
  return effects.filter(({ serviceId }) => serviceId === service?.id).map(({ action }) => action);
};

test("an active service has its accounts outside, with what was added later", () => {
  expect(ofService(776)).toEqual(["charging.create-account", "charging.top-up"]);
  expect(ofService(738)).toEqual(["charging.create-account", "register.attach"]);
  expect(ofService(777)).toEqual(["radius.create-login"]);
});

test("of what ended, failed before or was undone nothing is left outside", () => {
  expect([709, 766, 779, 786].map(ofService)).toEqual([[], [], [], []]);
});

test("a task names what it did by values, not by templates", () => {
  expect(JSON.stringify(effects)).not.toContain("${");
});
