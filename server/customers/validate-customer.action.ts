import { mayOrder, type CustomerState } from "@tierline/shared/customer-state.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";

/** The first task of every playbook that gives a customer something: what was true at the review may have changed since. */
export const validateCustomerAction = defineAction({
  key: "customer.validate",
  title: say("action.customer.validate.title"),
  description: say("action.customer.validate.description"),
  kind: "DB",
  input: z.object({}),
  outputs: [],
  async do(task) {
    const [customer] = await task.tx.em.execute<{ name: string; number: number; state: CustomerState }[]>(
      "select name, number, state from customer where id = ?",
      [task.run.customerId],
    );
    if (customer === undefined || !mayOrder(customer.state)) {
      throw new TaskFailure("CUSTOMER_NOT_ACTIVE", say("task.customerNotActive"));
    }
    task.detail(`${customer.name} (ID: ${customer.number})`);
    return {};
  },
});
