import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { auditAt } from "../audit/audit-trail.ts";
import { AuditEntryConnectionType } from "../audit/audit.type.ts";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { refuseWhileActing, Requires } from "../kernel/requires.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { answered } from "../kernel/user-error.type.ts";
import { resellerById } from "../resellers/reseller-loaders.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { contactsOf, customerById, customerNow, paymentMethodsOf, sitesOf } from "./customer-loaders.ts";
import { ContactType, PaymentMethodType, SiteType, toContact, toPaymentMethod, toSite } from "./customer-parts.type.ts";
import { UpdateCustomerPayloadType } from "./customer-payloads.type.ts";
import {
  CustomerFilterInput,
  CustomerOrderEnum,
  MoveCustomerCountryInputType,
  UpdateCustomerInputType,
} from "./customer.input.ts";
import { CustomerConnectionType, CustomerType, toCustomer } from "./customer.type.ts";
import { listCustomers, type CustomerOrder, type CustomerPage } from "./list-customers.ts";
import { moveCustomerCountry, updateCustomer } from "./update-customer.ts";

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Requires("customer.view")
  @Query(() => CustomerType, { nullable: true, description: "A customer; null when none with this id exists for you." })
  async customer(
    @Arg("id", () => ID, { description: "Id of the customer." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CustomerType | null> {
    const uuid = decodeId("cus", id);
    const row = uuid === null ? null : await customerById(context).load(uuid);
    return row === null ? null : toCustomer(row);
  }

  @Requires("customer.view")
  @Query(() => CustomerConnectionType, { description: "Customers of your tier. A search brings the best match first." })
  customers(
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, the number, e-mail, or a phone's digits from its beginning or end.",
    })
    search: string | null,
    @Arg("filter", () => CustomerFilterInput, { nullable: true, description: "Which customers." })
    filter: CustomerFilterInput | null,
    @Arg("orderBy", () => CustomerOrderEnum, {
      nullable: true,
      description: "By name without it; a search has its own order.",
    })
    orderBy: CustomerOrder | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<CustomerPage> {
    return listCustomers(signedIn(context), { search, filter, orderBy, first, after });
  }

  @Requires("customer.update")
  @Mutation(() => UpdateCustomerPayloadType, { description: "Changes what is given of a customer." })
  updateCustomer(
    @Arg("input", () => UpdateCustomerInputType, { description: "The changes." }) input: UpdateCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    const context = signedIn(request);
    return answered(
      async () => ({ customer: await customerNow(request, context, await updateCustomer(context, input)) }),
      { customer: null },
    );
  }

  @Requires("customer.update")
  @Mutation(() => UpdateCustomerPayloadType, {
    description: "Gives a customer another home country, which no change of its billing address does.",
  })
  moveCustomerCountry(
    @Arg("input", () => MoveCustomerCountryInputType, { description: "Which customer, and where to." })
    input: MoveCustomerCountryInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    const context = signedIn(request);
    return answered(
      async () => ({ customer: await customerNow(request, context, await moveCustomerCountry(context, input)) }),
      { customer: null },
    );
  }

  @FieldResolver(() => ResellerType, { description: "The reseller whose customer it is." })
  async reseller(@Root() { row }: CustomerType, @Ctx() context: RequestContext): Promise<ResellerType> {
    const reseller = await resellerById(context).load(row.reseller);
    invariant(reseller !== null, "whoever sees a customer can read its reseller");
    return toReseller(reseller);
  }

  @FieldResolver(() => [TierNodeType], { description: "From the operator down to the customer's reseller." })
  tierPath(@Root() { row }: CustomerType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, row.path);
  }

  @FieldResolver(() => [ContactType], { description: "Contacts, in the order in which they were added." })
  async contacts(@Root() { row }: CustomerType, @Ctx() context: RequestContext): Promise<ContactType[]> {
    return (await contactsOf(context).load(row.id)).map(toContact);
  }

  @FieldResolver(() => [SiteType], { description: "Sites, in the order in which they were added." })
  async sites(@Root() { row }: CustomerType, @Ctx() context: RequestContext): Promise<SiteType[]> {
    return (await sitesOf(context).load(row.id)).map(toSite);
  }

  @FieldResolver(() => [PaymentMethodType], { description: "Payment methods, the one that is charged first." })
  async paymentMethods(@Root() { row }: CustomerType, @Ctx() context: RequestContext): Promise<PaymentMethodType[]> {
    refuseWhileActing(signedIn(context));
    return (await paymentMethodsOf(context).load(row.id)).map(toPaymentMethod);
  }

  @Requires("audit.view")
  @FieldResolver(() => AuditEntryConnectionType, {
    description: "What was done to the customer and all that is theirs, newest first.",
  })
  activity(
    @Root() { row }: CustomerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return auditAt(context, row.path, { first, after });
  }
}

@Resolver(() => CustomerConnectionType)
export class CustomerConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many customers match." })
  totalCount(@Root() page: CustomerPage): Promise<TotalCountType> {
    return page.countAll();
  }

  @FieldResolver(() => [CustomerType], {
    description: "Where a search found nothing: customers with names spelt alike, at most five.",
  })
  async suggestions(@Root() page: CustomerPage): Promise<CustomerType[]> {
    return (await page.suggest()).map(toCustomer);
  }
}
