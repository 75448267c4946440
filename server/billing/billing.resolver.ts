import { encodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { billingAccountByPath, billingAccountNow, sellerPathOf } from "./billing-account.ts";
import {
  AddChargeInputType,
  BillingAccountType,
  LedgerEntryConnectionType,
  LedgerEntryFilterInput,
  LedgerEntryPayloadType,
  RecordPaymentInputType,
  ReverseLedgerEntryInputType,
  toBillingAccount,
  toLedgerEntry,
} from "./billing.type.ts";
import { listEntries } from "./list-entries.ts";
import { enterByHand, type Entered } from "./manual-entry.ts";
import { reverseEntry } from "./reverse-entry.ts";

@Resolver(() => BillingAccountType)
export class BillingAccountResolver {
  @Requires("balance.change")
  @Mutation(() => LedgerEntryPayloadType, {
    description: "Records a payment that came in by hand: the balance grows by it. Of those you sell to.",
  })
  recordPayment(
    @Arg("input", () => RecordPaymentInputType, { description: "How much, and what for." })
    input: RecordPaymentInputType,
    @Ctx() request: RequestContext,
  ): Promise<LedgerEntryPayloadType> {
    return answeredWith(request, (context) => enterByHand(context, "PAYMENT", input));
  }

  @Requires("balance.change")
  @Mutation(() => LedgerEntryPayloadType, {
    description: "Asks for money by hand: the balance falls by it, below nothing too. Of those you sell to.",
  })
  addCharge(
    @Arg("input", () => AddChargeInputType, { description: "How much, and what for." }) input: AddChargeInputType,
    @Ctx() request: RequestContext,
  ): Promise<LedgerEntryPayloadType> {
    return answeredWith(request, (context) => enterByHand(context, "CHARGE", input));
  }

  @Requires("balance.change")
  @Mutation(() => LedgerEntryPayloadType, {
    description: "Takes a payment or charge back, whole and once. The statement shows both.",
  })
  reverseLedgerEntry(
    @Arg("input", () => ReverseLedgerEntryInputType, { description: "Which, and why." })
    input: ReverseLedgerEntryInputType,
    @Ctx() request: RequestContext,
  ): Promise<LedgerEntryPayloadType> {
    return answeredWith(request, (context) => reverseEntry(context, input));
  }

  @Requires("balance.view")
  @FieldResolver(() => LedgerEntryConnectionType, { description: "The statement, the latest first." })
  async entries(
    @Root() { row }: BillingAccountType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Arg("filter", () => LedgerEntryFilterInput, { nullable: true, description: "Which of them." })
    filter: LedgerEntryFilterInput | null,
    @Ctx() request: RequestContext,
  ): Promise<LedgerEntryConnectionType> {
    const context = signedIn(request);
    const isSeller = sellerPathOf(row.path) === context.viewer.path;
    const page = await listEntries(context, row.id, filter ?? {}, { first, after });
    const nodes = page.nodes.map((entry) => toLedgerEntry(entry, isSeller));
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) };
  }
}

@Resolver(() => CustomerType)
export class CustomerBillingResolver {
  @Requires("balance.view")
  @FieldResolver(() => BillingAccountType, {
    nullable: true,
    description:
      "What it has with its reseller, from its beginning; null for tiers above the reseller, whose business it is not.",
  })
  billingAccount(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<BillingAccountType | null> {
    return accountAt(request, row.path);
  }
}

@Resolver(() => ResellerType)
export class ResellerBillingResolver {
  @Requires("balance.view")
  @FieldResolver(() => BillingAccountType, {
    nullable: true,
    description: "What it has with its parent; null for all but these two, and for the root of the tree.",
  })
  billingAccount(@Root() { row }: ResellerType, @Ctx() request: RequestContext): Promise<BillingAccountType | null> {
    return accountAt(request, row.path);
  }
}

async function accountAt(request: RequestContext, path: string): Promise<BillingAccountType | null> {
  const account = await billingAccountByPath(request).load(path);
  return account === null ? null : toBillingAccount(account);
}

const empty = { billingAccount: null, transactionId: null, balanceBefore: null, balanceAfter: null };

function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<Entered>,
): Promise<LedgerEntryPayloadType> {
  const context = signedIn(request);
  const enter = async () => {
    const { accountId, transactionId, before, after } = await verb(context);
    return {
      billingAccount: toBillingAccount(await billingAccountNow(request, context, accountId)),
      transactionId: transactionId === null ? null : encodeId("ltx", transactionId),
      balanceBefore: toMoney(before),
      balanceAfter: toMoney(after),
    };
  };
  return answered(enter, empty);
}
