import { expect, test } from "vitest";
import { demoPlaybooks } from "./playbooks.ts";
import { playbookWords } from "./with-translations.ts";

test.each(Object.entries(playbookWords))(
  "%s is there for what the demo's playbooks say, and for nothing else",
  (_, words) => {
    const said = demoPlaybooks.flatMap(({ document: { title, description, tasks } }) => [
      title,
      description,
      ...tasks.flatMap((task) => [task.title, ...(task.instructions === undefined ? [] : [task.instructions])]),
    ]);
    expect(Object.keys(words).toSorted()).toEqual([...new Set(said)].toSorted());
  },
);

test("French is set as French is", () => {
  expect(Object.values(playbookWords.fr).filter((text) => / [:;!?»]|« |[a-zà-ÿ]'/iu.test(text))).toEqual([]);
});
