import { decodeId, newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { screeningSettings } from "../screening/settings.ts";
import { plantCases } from "./screening-of-tests.ts";
import type { Shop } from "./shop.ts";
import { resellersOfTests } from "./tree.ts";
import { t0 } from "./world.ts";

/** What goes through of the verbs about screening. Each deed has a case of its own, as if nothing had been done about it yet. */
export async function screeningFixtures({ world }: Shop) {
  const { id: resellerId, path: resellerPath } = resellersOfTests.acmeNorth;
  const base = { kind: "BUSINESS", email: null, phone: null, homeCountry: "GB", language: "en" } as const;
  const suspects = Array.from({ length: 4 }, (_, index) => ({
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
  const [approved, confirmed, reactivated, lasting] = await plantCases(world, suspects, "Suspect");
  const anew =
    (id: string, reason: string, isOff = false) =>
    async () => {
      await world.database.rows(
        `update screening_case set version = 1, reason = null, decided_at = null, decided_by = null, decided_by_id = null,
           confirmed_reason = null, confirmed_at = null, confirmed_by = null, confirmed_by_id = null,
           state = case when $3 then 'DEACTIVATED' else 'OPEN' end, cause = case when $3 then 'TIME' end,
           deactivated_at = case when $3 then $2::timestamptz end
         where id = $1`,
        [decodeId("scc", id), t0, isOff],
      );
      return { id, version: 1, reason };
    };
  const operator = "ops@tierline.test";
  const links = [{ title: "Policy", url: "https://policy.example/" }];
  return {
    approveScreeningCase: {
      actor: operator,
      input: anew(approved!, "Somebody else"),
      read: "screeningCase { reason }",
    },
    confirmScreeningCase: {
      actor: operator,
      input: anew(confirmed!, "The same"),
      read: "screeningCase { confirmedReason }",
    },
    reactivateScreenedCustomer: {
      actor: operator,
      input: anew(reactivated!, "Somebody else", true),
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
    setScreeningListSource: {
      actor: operator,
      input: async () => {
        const [source] = await world.database.rows<{ version: number }>("select version from list_source");
        return { list: "DPL", version: source?.version ?? 0, urls: ["https://lists.example/"], everyHours: 24 };
      },
      read: "source { urls }",
    },
  };
}
