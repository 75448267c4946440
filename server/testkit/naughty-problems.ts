import { customersOfTests } from "./customers-of-tests.ts";
import { plantProblems, type PlantedProblem } from "./problems-of-tests.ts";
import type { Shop } from "./shop.ts";

/** Each string is tried on a problem that nothing was done about yet. */
const moreThanStrings = 3_000;

/** What goes through of the verbs about a problem. */
export async function problemFixtures({ world }: Shop) {
  const open = await plantProblems(world, customersOfTests.johnSmith, "OPEN", moreThanStrings);
  const asked = await plantProblems(world, customersOfTests.johnSmith, "ESCALATED", moreThanStrings);
  const next = (list: PlantedProblem[]): PlantedProblem => list.pop()!; // planted above
  const actor = "owner@acme.test";
  return {
    escalateProblem: {
      actor,
      input: async () => ({ id: next(open).prb, text: "Help" }),
      read: "problem { tickets { note } }",
    },
    answerTicket: {
      actor: "owner@nord.test",
      input: async () => ({ id: next(asked).tkt, text: "Mended" }),
      read: "problem { tickets { answer } }",
    },
    closeProblem: { actor, input: async () => ({ id: next(open).prb, text: "Done" }), read: "problem { closing }" },
  };
}
