import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { stockKey, type StateCount } from "./availability.ts";
import { createTemplate } from "./create-template.ts";
import { availableByStock, stateCountsByStock } from "./inventory-loaders.ts";
import { CreateInventoryTemplatePayloadType, UpdateInventoryTemplatePayloadType } from "./inventory-payloads.type.ts";
import { CreateInventoryTemplateInputType, UpdateInventoryTemplateInputType } from "./inventory.input.ts";
import { countTemplates, listTemplates } from "./list-templates.ts";
import { findTemplate, stockPathOf } from "./template.ts";
import {
  InventoryStateCountType,
  InventoryTemplateConnectionType,
  InventoryTemplateType,
  toTemplate,
} from "./template.type.ts";
import { updateTemplate } from "./update-template.ts";

@Resolver(() => InventoryTemplateType)
export class InventoryTemplateResolver {
  @Requires("inventory.view")
  @Query(() => InventoryTemplateConnectionType, {
    description: "The sorts of stock that your tier and those below it keep, by key.",
  })
  async inventoryTemplates(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<Page<InventoryTemplateType>> {
    const page = await listTemplates(signedIn(context), { first, after });
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toTemplate(node) }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Requires("template.edit")
  @Mutation(() => CreateInventoryTemplatePayloadType, { description: "Adds a sort of stock to your tier." })
  createInventoryTemplate(
    @Arg("input", () => CreateInventoryTemplateInputType, { description: "The template." })
    input: CreateInventoryTemplateInputType,
    @Ctx() context: RequestContext,
  ): Promise<CreateInventoryTemplatePayloadType> {
    const viewing = signedIn(context);
    const verb = () => createTemplate(viewing, input);
    return answered(async () => ({ template: await templateNow(viewing, await verb()) }), { template: null });
  }

  @Requires("template.edit")
  @Mutation(() => UpdateInventoryTemplatePayloadType, {
    description: "Changes a template of your tier. Its key stays.",
  })
  updateInventoryTemplate(
    @Arg("input", () => UpdateInventoryTemplateInputType, { description: "What to change." })
    input: UpdateInventoryTemplateInputType,
    @Ctx() context: RequestContext,
  ): Promise<UpdateInventoryTemplatePayloadType> {
    const viewing = signedIn(context);
    const id = decodeId("tpl", input.id);
    if (id === null) throw notFound();
    return answered(
      async () => {
        await updateTemplate(viewing, id, input);
        return { template: await templateNow(viewing, id) };
      },
      { template: null },
    );
  }

  @Requires("inventory.view")
  @FieldResolver(() => [InventoryStateCountType], {
    description: "How many items there are in each state. Of a template below your tier: in that tier's stock.",
  })
  counts(@Root() { row }: InventoryTemplateType, @Ctx() context: RequestContext): Promise<StateCount[]> {
    return stateCountsByStock(context).load(keyOf(row, context));
  }

  @Requires("inventory.view")
  @FieldResolver(() => Int, {
    description: "How many you can pick now, your own reservations included; counting stops at 10,000.",
  })
  async available(@Root() { row }: InventoryTemplateType, @Ctx() context: RequestContext): Promise<number> {
    return (await availableByStock(context).load(keyOf(row, context))) ?? 0;
  }
}

@Resolver(() => InventoryTemplateConnectionType)
export class InventoryTemplateConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many templates there are." })
  totalCount(@Ctx() context: RequestContext): Promise<TotalCountType> {
    return countTemplates(signedIn(context));
  }
}

function keyOf(row: InventoryTemplateType["row"], context: RequestContext): string {
  return stockKey({ templateId: row.id, path: stockPathOf(row, signedIn(context).viewer.path) });
}

async function templateNow(context: Context, id: string): Promise<InventoryTemplateType> {
  const row = await findTemplate(context, id);
  if (row === null) throw notFound();
  return toTemplate(row);
}
