import { newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { screeningSettings } from "../screening/settings.ts";
import { plantCases } from "./screening-of-tests.ts";
import type { Shop } from "./shop.ts";
import { resellersOfTests } from "./tree.ts";
import { t0 } from "./world.ts";

/** Each string is tried on a case that nothing was done about yet. */
const moreThanStrings = 3_000;

/** What goes through of the verbs about screening. */
export async function screeningFixtures({ world }: Shop) {
  const { id: resellerId, path: resellerPath } = resellersOfTests.acmeNorth;
  const base = { kind: "BUSINESS", email: null, phone: null, homeCountry: "GB", language: "en" } as const;
  const suspects = Array.from({ length: moreThanStrings * 3 }, (_, index) => ({
    ...base,
    createdVia: "CONSOLE" as const,
    id: newId(),
    resellerId,
    resellerPath,
    number: 10_000 + index,
    name: "Suspect",
    createdAt: t0,
  }));
  await insertCustomers(world.system().em, suspects);
  const cases = await plantCases(world, suspects, "Suspect");
  await world.database.rows(
    "update screening_case set state = 'DEACTIVATED', cause = 'TIME', deactivated_at = $1 where customer_id = any($2)",
    [t0, suspects.slice(0, moreThanStrings).map(({ id }) => id)],
  );
  const off = cases.splice(0, moreThanStrings);
  const [lasting] = cases.splice(0, 1);
  const next = (list: string[]): string => list.pop()!; // planted above
  const operator = "ops@tierline.test";
  const links = [{ title: "Policy", url: "https://policy.example/" }];
  return {
    approveScreeningCase: {
      actor: operator,
      input: async () => ({ id: next(cases), version: 1, reason: "Somebody else" }),
      read: "screeningCase { reason }",
    },
    confirmScreeningCase: {
      actor: operator,
      input: async () => ({ id: next(cases), version: 1, reason: "The same" }),
      read: "screeningCase { confirmedReason }",
    },
    reactivateScreenedCustomer: {
      actor: operator,
      input: async () => ({ id: next(off), version: 1, reason: "Somebody else" }),
      read: "screeningCase { reason }",
    },
    logContactAttempt: {
      actor: operator,
      input: async () => ({
        id: lasting!,
        channel: "PHONE",
        outcome: "REACHED",
        note: "Said",
        idempotencyKey: newId(),
      }),
      read: "screeningCase { attempts { note } }",
    },
    setScreeningSettings: {
      actor: operator,
      input: async () => {
        const { version } = await screeningSettings(world.system());
        return { version, threshold: 880, thresholdWithCountry: 800, links };
      },
      read: "settings { links { title url } }",
    },
  };
}
