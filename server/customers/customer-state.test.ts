import { customerMoves, customerStates } from "@tierline/shared/customer-state.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { beforeAll, expect, test } from "vitest";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

test("the database allows a customer's moves that the shared table allows, and no other", async () => {
  const { id } = customersOfTests.johnDoe;
  for (const from of customerStates) {
    for (const to of customerStates.filter((state) => state !== from)) {
      // The first statement goes round the trigger, as only a superuser can.
      await world.database.rows(
        `set local session_replication_role = replica; update customer set state = '${from}' where id = '${id}'`,
      );
      const move = world.system().em.execute("update customer set state = ? where id = ? returning 1", [to, id]);
      if (canMove(customerMoves, from, to)) expect(await move).toHaveLength(1);
      else await expect(move).rejects.toThrow(`A customer does not go from ${from} to ${to}.`);
    }
  }
});
