import { decodeId, prefixOf } from "@tierline/shared/id.ts";
import { nodesMax } from "@tierline/shared/limits.ts";
import { isPermission } from "@tierline/shared/permission.ts";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { say } from "@tierline/shared/sentence.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import type { NodeSource } from "../kernel/module-shape.ts";
import { NodeType } from "../kernel/node.type.ts";
import { AccessError } from "../kernel/rejection.ts";
import { may } from "../kernel/requires.ts";
import { nodeSources } from "./node-sources.ts";

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "Anything by its id; null when nothing with this id exists for you.",
  })
  async node(
    @Arg("id", () => ID, { description: "An opaque id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<object | null> {
    const [node] = await loadNodes(context, [id]);
    return node ?? null;
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: `Up to ${nodesMax} things by their ids, in the order asked; null where nothing exists for you.`,
  })
  nodes(
    @Arg("ids", () => [ID], { description: "Opaque ids." }) ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<(object | null)[]> {
    if (ids.length > nodesMax) throw new AccessError("BAD_USER_INPUT", say("node.ids", { max: nodesMax }));
    return loadNodes(context, ids);
  }
}

/** One look-up a kind, however many ids. */
async function loadNodes(request: RequestContext, ids: readonly string[]): Promise<(object | null)[]> {
  const context = signedIn(request);
  const found = new Map<string, object>();
  for (const [prefix, source] of nodeSources()) {
    if (!mayRead(request, source)) continue;
    const wanted = new Map(
      ids.filter((id) => prefixOf(id) === prefix).map((id) => [decodeId(prefix, id), id] as const),
    );
    const uuids = [...wanted.keys()].filter((uuid) => uuid !== null);
    if (uuids.length === 0) continue;
    for (const [uuid, node] of await source.load(context, uuids)) found.set(wanted.get(uuid) ?? "", node);
  }
  return ids.map((id) => found.get(id) ?? null);
}

function mayRead(context: RequestContext, source: NodeSource): boolean {
  return isPermission(source.permission) && may(context, source.permission);
}
