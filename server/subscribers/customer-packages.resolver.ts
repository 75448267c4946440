import { provisioningOfPackages, type CustomerProvisioning } from "@tierline/shared/package.ts";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { offeringOf } from "../catalog/offering-loaders.ts";
import { OfferingType } from "../catalog/offering.type.ts";
import { customerNow, siteById } from "../customers/customer-loaders.ts";
import { SiteType, toSite } from "../customers/customer-parts.type.ts";
import { CreateCustomerPayloadType, PrecheckType } from "../customers/customer-payloads.type.ts";
import { CreateCustomerInputType, PrecheckCustomerInputType } from "../customers/customer.input.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered, toUserError } from "../kernel/user-error.type.ts";
import { createWholesaleCustomer, precheckWholesaleCustomer } from "./create-customer.ts";
import { retryPackages, type SetPackages } from "./packages-run.ts";
import { setCustomerPackages } from "./set-packages.ts";
import { callingLocationOf, packagesOfCustomer } from "./subscriber-loaders.ts";
import { runNow } from "./subscriber-mutations.resolver.ts";
import {
  CustomerPackagesPayloadType,
  RetryCustomerPackagesInputType,
  SetCustomerPackagesInputType,
} from "./subscriber-payloads.type.ts";
import {
  CallingLocationType,
  CustomerPackageType,
  CustomerProvisioningEnum,
  PackageProblemType,
  toCustomerPackage,
} from "./subscriber.type.ts";

function answer(
  request: RequestContext,
  verb: (context: Context) => Promise<SetPackages>,
): Promise<CustomerPackagesPayloadType> {
  const context = signedIn(request);
  return answered<Omit<CustomerPackagesPayloadType, "userErrors">>(
    async () => {
      const { customerId, runId } = await verb(context);
      packagesOfCustomer(request).clear(customerId);
      return { customer: await customerNow(request, context, customerId), run: await runNow(context, runId) };
    },
    { customer: null, run: null },
  );
}

@Resolver(() => CustomerType)
export class CustomerPackagesResolver {
  @Requires("customer.create")
  @Query(() => PrecheckType, {
    description: "Whether a customer could be created: the checks of `createCustomer`, and nothing is written.",
  })
  async precheckCustomer(
    @Arg("input", () => PrecheckCustomerInputType, { description: "The customer, as far as it is known." })
    input: PrecheckCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<PrecheckType> {
    const problems = await precheckWholesaleCustomer(signedIn(request), input);
    return { isAccepted: problems.length === 0, problems: problems.map(toUserError) };
  }

  @Requires("customer.create")
  @Mutation(() => CreateCustomerPayloadType, {
    description: "Creates a customer with its contacts and sites, and with its packages where it is given any.",
  })
  createCustomer(
    @Arg("input", () => CreateCustomerInputType, { description: "The new customer." }) input: CreateCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<CreateCustomerPayloadType> {
    const context = signedIn(request);
    return answered(
      async () => ({ customer: await customerNow(request, context, await createWholesaleCustomer(context, input)) }),
      { customer: null },
    );
  }

  @Requires("package.assign")
  @Mutation(() => CustomerPackagesPayloadType, {
    description: "Says which packages and add-ons a customer may give to its people, and how many of each.",
  })
  setCustomerPackages(
    @Arg("input", () => SetCustomerPackagesInputType, { description: "Whose, and all of them." })
    input: SetCustomerPackagesInputType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerPackagesPayloadType> {
    return answer(request, (context) => setCustomerPackages(context, input));
  }

  @Requires("package.assign")
  @Mutation(() => CustomerPackagesPayloadType, {
    description: "Tries those packages again that could not be made, and no other.",
  })
  retryCustomerPackages(
    @Arg("input", () => RetryCustomerPackagesInputType, { description: "Whose." })
    input: RetryCustomerPackagesInputType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerPackagesPayloadType> {
    return answer(request, (context) => retryPackages(context, input));
  }

  @Requires("subscriber.view")
  @FieldResolver(() => [CustomerPackageType], {
    description: "Packages and add-ons that it may give to its people, the highest rank first.",
  })
  async packages(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<CustomerPackageType[]> {
    return (await packagesOfCustomer(request).load(row.id)).map(toCustomerPackage);
  }

  @Requires("subscriber.view")
  @FieldResolver(() => CustomerProvisioningEnum, {
    nullable: true,
    description:
      "How its packages stand; null where it has none. Whether it may be served at all is told by `screening`.",
  })
  async provisioning(
    @Root() { row }: CustomerType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerProvisioning | null> {
    return provisioningOfPackages((await packagesOfCustomer(request).load(row.id)).map(({ state }) => state));
  }

  @FieldResolver(() => CallingLocationType, {
    nullable: true,
    description: "Where its calls are taken to come from; null where nobody has said.",
  })
  async callingLocation(
    @Root() { row }: CustomerType,
    @Ctx() request: RequestContext,
  ): Promise<CallingLocationType | null> {
    const location = await callingLocationOf(request).load(row.id);
    if (location === null) return null;
    const { timeZone, language } = location;
    return Object.assign(new CallingLocationType(), { row: location, timeZone, language });
  }
}

@Resolver(() => CallingLocationType)
export class CallingLocationResolver {
  @FieldResolver(() => SiteType, { description: "The site." })
  async site(@Root() { row }: CallingLocationType, @Ctx() request: RequestContext): Promise<SiteType> {
    const site = await siteById(request).load(row.site);
    invariant(site !== null, "whoever sees the location sees its site");
    return toSite(site);
  }
}

@Resolver(() => CustomerPackageType)
export class CustomerPackageResolver {
  @FieldResolver(() => PackageProblemType, {
    nullable: true,
    description: "Why it could not be made; null otherwise, and for the customer's own people.",
  })
  problem(@Root() { problem }: CustomerPackageType, @Ctx() request: RequestContext): PackageProblemType | null {
    return signedIn(request).viewer.customerId === null ? problem : null;
  }

  @FieldResolver(() => OfferingType, { description: "The package or add-on." })
  offering(@Root() { row }: CustomerPackageType, @Ctx() request: RequestContext): Promise<OfferingType> {
    return offeringOf(request, row);
  }
}
