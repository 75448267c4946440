import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/context.ts";
import { countryOf } from "../../kernel/country.ts";
import { Requires } from "../../kernel/requires.ts";
import { lookUpPostalCode } from "./look-up.ts";
import { PostalCodeLookupType } from "./postal-code.type.ts";

@Resolver()
export class PostalCodeResolver {
  @Requires("customer.create")
  @Query(() => PostalCodeLookupType, {
    description: "What a postal code says of an address: for filling in a form, which goes on without an answer.",
  })
  postalCodeLookup(
    @Arg("country", () => String, { description: "ISO 3166-1 alpha-2, in any case. Brazil is known." }) country: string,
    @Arg("postalCode", () => String, { description: "With or without its dash." }) postalCode: string,
    @Ctx() request: RequestContext,
  ): Promise<PostalCodeLookupType> {
    const { clock } = signedIn(request);
    return lookUpPostalCode(countryOf(country) ?? "", postalCode, clock.now().getTime());
  }
}
