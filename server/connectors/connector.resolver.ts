import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { checkConnector } from "./check-connector.ts";
import {
  CheckConnectorInput,
  CheckConnectorPayload,
  ConnectorType,
  UpdateConnectorInput,
  UpdateConnectorPayload,
} from "./connector.type.ts";
import { listConnectors } from "./list-connectors.ts";
import { updateConnector } from "./update-connector.ts";

@Resolver(() => ConnectorType)
export class ConnectorResolver {
  @Requires("connector.view")
  @Query(() => [ConnectorType], { description: "Every kind of outside system with its last known health." })
  connectors(@Ctx() context: RequestContext): Promise<ConnectorType[]> {
    return listConnectors(signedIn(context));
  }

  @Requires("connector.edit")
  @Mutation(() => UpdateConnectorPayload, {
    description: "Changes how an outside system is reached. In force within two seconds.",
  })
  updateConnector(
    @Arg("input", () => UpdateConnectorInput, { description: "The changes." }) input: UpdateConnectorInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateConnectorPayload> {
    const verb = async () => ({ connector: await updateConnector(signedIn(context), input) });
    return answered<{ connector: ConnectorType | null }>(verb, { connector: null });
  }

  @Requires("connector.view")
  @Mutation(() => CheckConnectorPayload, { description: "Asks one outside system now whether it is well." })
  checkConnector(
    @Arg("input", () => CheckConnectorInput, { description: "Which one." }) input: CheckConnectorInput,
    @Ctx() context: RequestContext,
  ): Promise<CheckConnectorPayload> {
    const verb = async () => ({ connector: await checkConnector(signedIn(context), input.key) });
    return answered<{ connector: ConnectorType | null }>(verb, { connector: null });
  }
}
