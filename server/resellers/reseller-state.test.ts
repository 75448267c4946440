import { canMove } from "@tierline/shared/moves.ts";
import { resellerMoves, resellerStates } from "@tierline/shared/reseller-state.ts";
import { expect, test } from "vitest";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();

test("the database allows a reseller's moves that the shared table allows, and no other", async () => {
  const { id } = resellersOfTests.acmeNorth;
  for (const from of resellerStates) {
    for (const to of resellerStates.filter((state) => state !== from)) {
      // The first statement goes round the trigger, as only a superuser can.
      await world.database.rows(
        `set local session_replication_role = replica; update reseller set state = '${from}' where id = '${id}'`,
      );
      const move = world.system().em.execute("update reseller set state = ? where id = ? returning 1", [to, id]);
      if (canMove(resellerMoves, from, to)) expect(await move).toHaveLength(1);
      else await expect(move).rejects.toThrow(`A reseller does not go from ${from} to ${to}.`);
    }
  }
});
