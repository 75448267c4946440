import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPassword } from "@tierline/shared/demo/users.ts";
import { languageOf } from "@tierline/shared/language.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { MutationSetLanguageArgs, MutationSignInArgs } from "../../api/generated/schema.ts";
import { fieldsOf, refusal } from "../fields.ts";
import { resellerOf, rowOf, signedIn, type World } from "../world.ts";

/** The tiers from the operator down to a place, each with its reseller's name. */
export function tierPathOf(world: World, path: string) {
  const viewers = resellerPathOf(signedIn(world).path);
  return ancestorsOf(resellerPathOf(path))
    .flatMap((each) => world.resellers.filter((reseller) => reseller.path === each))
    .map((reseller) => tierNode(reseller, viewers));
}

export function tierNode({ id, key, name, path }: Demo.DemoReseller, current: string) {
  return { id, key, name, isCurrent: path === current };
}

export const viewer = {
  Viewer: fieldsOf<Demo.DemoUser>({
    user: (user, _, { language }) => ({ ...user, language: language?.toUpperCase() ?? null }),
    reseller: (user, _, world) => resellerOf(world, user),
    customer: (user, _, world) => rowOf(world.customers, user.customerId),
    permissions: (user) => permissionsOf(user.role),
    onBehalfOf: () => null,
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    withheldBy: () => null,
    demo: () => true,
    mustSetUpFactor: () => false,
    mustChangePassword: () => false,
    lab: () => true,
    serverTime: () => new Date(),
  }),
  Query: fieldsOf<unknown>({
    viewer: (_, __, world) => world.viewer,
  }),
  Mutation: fieldsOf<unknown>({
    signIn(_, { input }: MutationSignInArgs, world) {
      const user = world.users.find(({ email }) => email === input.email.trim().toLowerCase());
      if (user === undefined || input.password !== demoPassword) {
        const error = refusal("SIGN_IN_REFUSED", say("signIn.noMatch"));
        return { viewer: null, userErrors: [error] };
      }
      world.viewer = user;
      return { viewer: user, userErrors: [] };
    },
    setLanguage(_, { input }: MutationSetLanguageArgs, world) {
      world.language = languageOf(input.language);
      return { user: { ...signedIn(world), language: input.language ?? null }, userErrors: [] };
    },
    signOut(_, __, world) {
      world.viewer = null;
      return { userErrors: [] };
    },
  }),
};
