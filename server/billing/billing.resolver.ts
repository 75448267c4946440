import { encodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { Requires, require } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { answered } from "../kernel/user-error.type.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { billingAccountByPath, billingAccountNow, sellerPathOf, type BillingAccount } from "./billing-account.ts";
import {
  AccountStandingType,
  AddChargeInputType,
  BillingAccountPayloadType,
  BillingAccountType,
  LedgerEntryConnectionType,
  LedgerEntryFilterInput,
  LedgerEntryPayloadType,
  RecordPaymentInputType,
  ReverseLedgerEntryInputType,
  SetAccountTermsInputType,
  toBillingAccount,
  toLedgerEntry,
} from "./billing.type.ts";
import { listEntries } from "./list-entries.ts";
import { enterByHand, type Entered } from "./manual-entry.ts";
import { readStanding } from "./read-standing.ts";
import { reverseEntry } from "./reverse-entry.ts";
import { setTerms } from "./set-terms.ts";
import { watchAccount } from "./watch-account.ts";

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
    description:
      "Takes a payment or charge back, once: all of it that no credit note gave back. The statement shows both.",
  })
  reverseLedgerEntry(
    @Arg("input", () => ReverseLedgerEntryInputType, { description: "Which, and why." })
    input: ReverseLedgerEntryInputType,
    @Ctx() request: RequestContext,
  ): Promise<LedgerEntryPayloadType> {
    return answeredWith(request, (context) => reverseEntry(context, input));
  }

  @Requires("balance.change")
  @Mutation(() => BillingAccountPayloadType, {
    description:
      "Says how a buyer pays, and how far below nothing that may go. Of those you sell to; the same again changes nothing.",
  })
  setAccountTerms(
    @Arg("input", () => SetAccountTermsInputType, { description: "Which account, and all of its terms." })
    input: SetAccountTermsInputType,
    @Ctx() request: RequestContext,
  ): Promise<BillingAccountPayloadType> {
    const context = signedIn(request);
    const set = async () => {
      const id = await setTerms(context, input);
      return { billingAccount: toBillingAccount(await billingAccountNow(request, context, id)) };
    };
    return answered(set, { billingAccount: null });
  }

  @Requires("balance.view")
  @Subscription(() => BillingAccountType, {
    name: "billingAccount",
    description:
      "An account of yours, or of those you sell to: at once, and within a second of everything that moves it.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "balance.view");
      return eventsOf(context, (signal) => watchAccount(signedIn(context), args["id"] as string, signal)); // as the schema has checked
    },
  })
  billingAccountChanges(
    @Root() account: BillingAccount,
    @Arg("id", () => ID, { description: "The account's id." }) _id: string,
  ): BillingAccountType {
    return toBillingAccount(account);
  }

  @Requires("balance.view")
  @FieldResolver(() => AccountStandingType, { description: "Whether it may spend now." })
  async standing(@Root() { row }: BillingAccountType, @Ctx() request: RequestContext): Promise<AccountStandingType> {
    const standing = await readStanding(signedIn(request), row.path);
    return standing ?? { maySpend: false, reason: "NOT_ACTIVE" };
  }

  @Requires("balance.view")
  @FieldResolver(() => String, {
    nullable: true,
    description: "Who is written to when the balance falls below that; null for who does not sell to it.",
  })
  lowBalanceEmail(@Root() { row }: BillingAccountType, @Ctx() request: RequestContext): string | null {
    return sellerPathOf(row.path) === signedIn(request).viewer.path ? row.terms.lowBalanceEmail : null;
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
