import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { groupBy, listLoader } from "../kernel/loaders.ts";
import { Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { CustomerDomainEntity } from "./customer-domain.entity.ts";
import { customerNow } from "./customer-loaders.ts";
import { CustomerType } from "./customer.type.ts";
import { setCustomerDomains } from "./set-customer-domains.ts";

@InputType("SetCustomerDomainsInput", { description: "The e-mail domains of a customer." })
export class SetCustomerDomainsInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => [String], { description: "Such as acme.com, twenty at most; none takes them all away." })
  domains: string[];
}

@ObjectType("SetCustomerDomainsPayload", { description: "Result of `setCustomerDomains`." })
export class SetCustomerDomainsPayloadType {
  @Field(() => CustomerType, { nullable: true, description: "The customer; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

const domainsOf = listLoader<string, { readonly customer: string; readonly domain: string }>(
  async ({ em }, customerIds) => {
    const rows = await em.find(
      CustomerDomainEntity,
      { customer: { $in: [...customerIds] } },
      { disableIdentityMap: true, orderBy: { domain: "asc" } },
    );
    return groupBy(rows, (row) => row.customer);
  },
);

@Resolver(() => CustomerType)
export class CustomerDomainResolver {
  @Requires("customer.update")
  @Mutation(() => SetCustomerDomainsPayloadType, {
    description:
      "Sets a customer's e-mail domains. Who has accounts at several resellers with one e-mail is signed in where its domain is a customer's.",
  })
  setCustomerDomains(
    @Arg("input", () => SetCustomerDomainsInputType, { description: "Which customer, and which domains." })
    input: SetCustomerDomainsInputType,
    @Ctx() request: RequestContext,
  ): Promise<SetCustomerDomainsPayloadType> {
    const context = signedIn(request);
    const set = async () => {
      const id = await setCustomerDomains(context, input);
      domainsOf(request).clear(id);
      return { customer: await customerNow(request, context, id) };
    };
    return answered(set, { customer: null });
  }

  @FieldResolver(() => [String], { description: "Its e-mail domains." })
  async domains(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<string[]> {
    return (await domainsOf(request).load(row.id)).map(({ domain }) => domain);
  }
}
