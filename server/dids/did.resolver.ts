import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { findItems } from "../inventory/item.ts";
import { toItemType } from "../inventory/item.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant, notFound } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { changeDid } from "./change-did.ts";
import { connectDid } from "./connect-did.ts";
import { DidEntity } from "./did.entity.ts";
import {
  ChangeDidInputType,
  ConnectDidInputType,
  DidPayloadType,
  DidType,
  DisconnectDidInputType,
  RegisterNumbersInputType,
  RegisterNumbersPayloadType,
  toDid,
} from "./did.type.ts";
import { disconnectDid } from "./disconnect-did.ts";
import { registerNumbers } from "./register-numbers.ts";

const listed = 200;

@Resolver(() => DidType)
export class DidResolver {
  @Requires("inventory.view")
  @Query(() => [DidType], {
    description: "Numbers that a customer has or had for fees of their own, newest first; 200 at most.",
  })
  async dids(
    @Arg("customerId", () => ID, { description: "Id of the customer." }) customerId: string,
    @Ctx() request: RequestContext,
  ): Promise<DidType[]> {
    const { em } = signedIn(request);
    const id = decodeId("cus", customerId);
    const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
    if (customer === null) throw notFound();
    const orderBy = { connectedAt: "desc", id: "desc" } as const;
    const rows = await em.find(
      DidEntity,
      { customer: customer.id },
      { disableIdentityMap: true, orderBy, limit: listed },
    );
    return rows.map(toDid);
  }

  @Requires("inventory.add")
  @Mutation(() => RegisterNumbersPayloadType, {
    description:
      "Takes up to 500 numbers in a row into stock, written as their carrier writes them: all of them, or none.",
  })
  registerNumbers(
    @Arg("input", () => RegisterNumbersInputType, { description: "Which." }) input: RegisterNumbersInputType,
    @Ctx() request: RequestContext,
  ): Promise<RegisterNumbersPayloadType> {
    return answered(
      async () => {
        const context = signedIn(request);
        const ids = await registerNumbers(context, input);
        const items = await findItems(context, ids);
        return { items: ids.flatMap((id) => items.get(id) ?? []).map(toItemType) };
      },
      { items: [] },
    );
  }

  @Requires("inventory.sell")
  @Mutation(() => DidPayloadType, {
    description: "Gives a number of your stock to a customer for fees, and charges what is due.",
  })
  connectDid(
    @Arg("input", () => ConnectDidInputType, { description: "Which number, for whom, and what it costs." })
    input: ConnectDidInputType,
    @Ctx() request: RequestContext,
  ): Promise<DidPayloadType> {
    return didAnswered(request, (context) => connectDid(context, input));
  }

  @Requires("inventory.sell")
  @Mutation(() => DidPayloadType, {
    description: "Changes what a connected number costs: the fee from the next month on, calls from now on.",
  })
  changeDid(
    @Arg("input", () => ChangeDidInputType, { description: "What changes." }) input: ChangeDidInputType,
    @Ctx() request: RequestContext,
  ): Promise<DidPayloadType> {
    return didAnswered(request, (context) => changeDid(context, input));
  }

  @Requires("inventory.sell")
  @Mutation(() => DidPayloadType, { description: "Takes a number back from a customer; it is charged no more." })
  disconnectDid(
    @Arg("input", () => DisconnectDidInputType, { description: "Which." }) input: DisconnectDidInputType,
    @Ctx() request: RequestContext,
  ): Promise<DidPayloadType> {
    return didAnswered(request, (context) => disconnectDid(context, input));
  }
}

function didAnswered(request: RequestContext, verb: (context: Context) => Promise<string>): Promise<DidPayloadType> {
  return answered(
    async () => {
      const context = signedIn(request);
      const id = await verb(context);
      const row = await context.em.findOne(DidEntity, { id }, { disableIdentityMap: true });
      invariant(row !== null, "a verb answers with what its viewer sees");
      return { did: toDid(row) };
    },
    { did: null },
  );
}
