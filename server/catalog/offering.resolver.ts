import { decodeId } from "@tierline/shared/id.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { DeleteInventoryTemplatePayloadType } from "../inventory/inventory-payloads.type.ts";
import { DeleteInventoryTemplateInputType } from "../inventory/inventory.input.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { createOffering } from "./create-offering.ts";
import { deleteInventoryTemplate } from "./delete-inventory-template.ts";
import {
  countOfferings,
  listOfferings,
  readOfferingQuestion,
  type OfferingCounts,
  type OfferingQuestion,
} from "./list-offerings.ts";
import { CreateOfferingInputType, OfferingFilterInput, UpdateOfferingInputType } from "./offering.input.ts";
import { findOffering, findOfferingBySlug } from "./offering.ts";
import { OfferingConnectionType, OfferingType, toOffering } from "./offering.type.ts";
import { sellerPathOf } from "./price-terms.ts";
import { updateOffering } from "./update-offering.ts";

@ObjectType()
abstract class OfferingPayload {
  @Field(() => OfferingType, { nullable: true, description: "The offering; null when refused." })
  offering: OfferingType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("CreateOfferingPayload", { description: "Result of `createOffering`." })
class CreateOfferingPayloadType extends OfferingPayload {}

@ObjectType("UpdateOfferingPayload", { description: "Result of `updateOffering`." })
class UpdateOfferingPayloadType extends OfferingPayload {}

export interface OfferingPage extends Page<OfferingType> {
  /** Asked once, however many fields want to know. */
  counts(): Promise<OfferingCounts>;
}

@Resolver(() => OfferingType)
export class OfferingResolver {
  @Requires("catalog.view")
  @Query(() => OfferingType, {
    nullable: true,
    description: "An offering by id or by slug. Null when none exists for you.",
  })
  async offering(
    @Arg("id", () => ID, { nullable: true, description: "Id of the offering." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Its slug: of your own tier, or of the nearest above." })
    slug: string | null,
    @Ctx() context: RequestContext,
  ): Promise<OfferingType | null> {
    return offeringBy(signedIn(context), id ?? null, slug ?? null);
  }

  @Requires("catalog.view")
  @Query(() => OfferingConnectionType, {
    description: "What your tier sells: its own offerings and those from above, by name.",
  })
  async offerings(
    @Arg("filter", () => OfferingFilterInput, { nullable: true, description: "Which offerings." })
    filter: OfferingFilterInput | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<OfferingPage> {
    const question = await readOfferingQuestion(signedIn(context), filter ?? {});
    const page = await listOfferings(signedIn(context), question, { first, after });
    const edges = page.edges.map(({ cursor, node }) => ({
      cursor,
      node: toOffering(node, sellerPathOf(node, question.sellerPath)),
    }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: page.pageInfo,
      counts: countsOf(signedIn(context), question),
    };
  }

  @Requires("catalog.edit")
  @Mutation(() => CreateOfferingPayloadType, {
    description: "Adds a plan or add-on to your tier's catalog, priced in its currency.",
  })
  createOffering(
    @Arg("input", () => CreateOfferingInputType, { description: "The offering." }) input: CreateOfferingInputType,
    @Ctx() context: RequestContext,
  ): Promise<CreateOfferingPayloadType> {
    const verb = () => createOffering(signedIn(context), input);
    return answered(async () => ({ offering: await offeringNow(signedIn(context), await verb()) }), { offering: null });
  }

  @Requires("catalog.edit")
  @Mutation(() => UpdateOfferingPayloadType, {
    description: "Changes an offering of your tier, or your own price for one from above.",
  })
  updateOffering(
    @Arg("input", () => UpdateOfferingInputType, { description: "What to change." }) input: UpdateOfferingInputType,
    @Ctx() context: RequestContext,
  ): Promise<UpdateOfferingPayloadType> {
    const id = decodeId("ofr", input.id);
    if (id === null) throw notFound();
    const verb = () => updateOffering(signedIn(context), id, input);
    return answered(async () => ({ offering: await verb().then(() => offeringNow(signedIn(context), id)) }), {
      offering: null,
    });
  }

  @Requires("template.edit")
  @Mutation(() => DeleteInventoryTemplatePayloadType, {
    description: "Deletes a template that no offering requires and no item is of.",
  })
  deleteInventoryTemplate(
    @Arg("input", () => DeleteInventoryTemplateInputType, { description: "Which template." })
    input: DeleteInventoryTemplateInputType,
    @Ctx() context: RequestContext,
  ): Promise<DeleteInventoryTemplatePayloadType> {
    const id = decodeId("tpl", input.id);
    if (id === null) throw notFound();
    const verb = () => deleteInventoryTemplate(signedIn(context), id);
    return answered(async () => ({ deletedId: await verb().then(() => input.id) }), { deletedId: null });
  }
}

function countsOf(context: Context, question: OfferingQuestion): () => Promise<OfferingCounts> {
  let counts: Promise<OfferingCounts> | null = null;
  return () => (counts ??= countOfferings(context, question));
}

async function offeringBy(context: Context, text: string | null, slug: string | null): Promise<OfferingType | null> {
  const id = text === null ? null : decodeId("ofr", text);
  const isSlug = text === null && slug !== null && !slug.includes("\0") && slug.isWellFormed();
  const bySlug = isSlug ? await findOfferingBySlug(context, slug, context.viewer.path) : null;
  const row = id === null ? bySlug : await findOffering(context, id);
  return row === null ? null : toOffering(row, sellerPathOf(row, resellerPathOf(context.viewer.path)));
}

async function offeringNow(context: Context, id: string): Promise<OfferingType> {
  const row = await findOffering(context, id);
  if (row === null) throw notFound();
  return toOffering(row, sellerPathOf(row, context.viewer.path));
}
