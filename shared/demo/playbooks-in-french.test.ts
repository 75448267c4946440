import { expect, test } from "vitest";
import { demoPlaybooks } from "./playbooks.ts";
import { inFrench } from "./playbooks-in-french.ts";

test("French is there for what the demo's playbooks say, and for nothing else", () => {
  const said = demoPlaybooks.flatMap(({ document: { title, description, tasks } }) => [
    title,
    description,
    ...tasks.flatMap((task) => [task.title, ...(task.instructions === undefined ? [] : [task.instructions])]),
  ]);
  expect(Object.keys(inFrench).toSorted()).toEqual([...new Set(said)].toSorted());
});

test("it is set as French is", () => {
  expect(Object.values(inFrench).filter((text) => / [:;!?»]|« |[a-zà-ÿ]'/iu.test(text))).toEqual([]);
});
