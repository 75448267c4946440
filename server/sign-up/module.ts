import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { SignUpEntity, SignUpFormEntity } from "./sign-up.entity.ts";
import { NotifiedCustomerResolver, SignUpResolver } from "./sign-up.resolver.ts";

/** Links that ran out; who never came back is forgotten with them. */
export async function forgetOldSignUps({ em, clock }: Context): Promise<number> {
  return (await em.execute<unknown[]>("delete from sign_up where expires_at < ? returning 1", [clock.now()])).length;
}

export const signUps = {
  entities: [SignUpEntity, SignUpFormEntity],
  resolvers: [SignUpResolver, NotifiedCustomerResolver],
  sweeps: [{ key: "sign-up.old", everySeconds: 3_600, run: forgetOldSignUps }],
} satisfies Module;
