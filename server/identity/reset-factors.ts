import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { changeUser } from "./managed-user.ts";
import { endSessionsOf } from "./session.ts";
import { tellPerson } from "./tell-person.ts";

/**
 * For who has lost their devices and their codes (OX8): all factors go, all sessions end, and the person is told by mail.
 * @throws Rejection STATE_CONFLICT (oneself, or there is nothing to reset), EXCEEDS_RIGHTS
 */
export function resetFactors(context: Context, apiId: string): Promise<string> {
  return changeUser(context, apiId, "user.reset_factors", async (user, tx) => {
    if (user.user_id === tx.viewer.userId) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.oneself"), path: ["id"] });
    }
    if (user.factor_names.length === 0) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.nothingToReset"), path: ["id"] });
    }
    await tx.em.execute("delete from factor where user_id = ?", [user.user_id]);
    await tx.em.execute("delete from recovery_code where user_id = ?", [user.user_id]);
    await endSessionsOf(tx, user.user_id);
    await tellPerson(tx, user, "FACTORS_RESET");
  });
}
