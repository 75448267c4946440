import { money } from "@tierline/shared/money.ts";
import { GraphQLError } from "graphql";
import { fieldsOf } from "../fields.ts";
import { refuseUnless, signedIn } from "../world.ts";

/** No mail goes out, so that no link of one leads anywhere. */
function noLink(): never {
  throw new GraphQLError("The link is not valid.", { extensions: { code: "BAD_USER_INPUT" } });
}

/** Nobody in the demo world has a brand yet. */
export const brand = {
  Query: fieldsOf<unknown>({
    openSignUpForm: () => null,
    startedSignUp: noLink,
    signUpPostalCode: noLink,
    signUpForm: (_, __, world) => {
      refuseUnless(world, "brand.edit");
      return { isOpen: false, address: "REQUIRED", phone: "REQUIRED", company: "OPTIONAL", termsUrl: null, version: 0 };
    },
    brand: (_, __, world) => {
      refuseUnless(world, "brand.edit");
      const reseller = world.resellers.find(({ id }) => id === signedIn(world).resellerId);
      const isTop = reseller === undefined || reseller.parentId === null;
      return {
        draft: null,
        published: null,
        past: [],
        hostnames: [],
        hostnameFee: isTop ? null : money(10_000_000n, reseller.currency),
      };
    },
  }),
};
