import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { may } from "../kernel/requires.ts";
import { ServiceNode } from "../services/service.type.ts";
import { endingOf } from "./service-ending.ts";
import { ServiceEndingType, toServiceEnding } from "./service-ending.type.ts";

@Resolver(() => ServiceNode)
export class ServiceEndingResolver {
  @FieldResolver(() => ServiceEndingType, {
    nullable: true,
    description:
      "What ending it today would mean in money, to be seen before `terminateService`. Null once it has ended, without the permission balance.view, and for whoever neither sells it nor has it.",
  })
  async ending(@Root() { row }: ServiceNode, @Ctx() request: RequestContext): Promise<ServiceEndingType | null> {
    if (row.state === "TERMINATED" || !may(request, "balance.view")) return null;
    const ending = await endingOf(signedIn(request), row);
    return ending === null ? null : toServiceEnding(ending);
  }
}
