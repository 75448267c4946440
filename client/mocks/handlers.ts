import { http, HttpResponse } from "msw";
import { graphql } from "msw/graphql";
import { demoUsers } from "@tierline/shared/demo/users.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { acceptedLanguage, defaultLanguage } from "@tierline/shared/language.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import { answer } from "./schema.ts";
import { listen, type Note, type World } from "./world.ts";

export interface Watch {
  readonly world: World;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly publish: (result: object) => void;
}

/** Follows one subscription: of a run or a service its present state and then every change, of the others what happens from now on. */
export function watch({ world, query, variables, publish }: Watch): () => void {
  const document = parse(query);
  const say = async (event: unknown): Promise<void> => publish(await answer(world, document, variables, event));
  const field = rootFieldOf(document);
  const id = String(variables["id"] ?? "");
  switch (field) {
    case "provisioningRun":
      void say(null);
      return listen(world, `run:${decodeId("run", id)}`, () => void say(null));
    case "service":
      void say(null);
      return listen(world, `service:${decodeId("svc", id)}`, () => void say(null));
    case "inventoryChanged":
      return listen(world, `stock:${decodeId("tpl", String(variables["templateId"]))}`, (event) => {
        void say(event);
      });
    default:
      return listen(world, "notes", (event) => {
        const note = event as Note; // what this topic tells
        if (world.viewer !== null && isWithin(note.path, world.viewer.path)) void say(note);
      });
  }
}

function rootFieldOf(document: DocumentNode): string {
  const operation: OperationDefinitionNode | null | undefined = getOperationAST(document);
  const [field] = operation?.selectionSet.selections ?? [];
  return field?.kind === "Field" ? field.name.value : "";
}

/** Answers the console's own addresses. Subscriptions come first: an operation handler would take them all. */
export function createHandlers(world: World, origin: URL, onViewer: () => void) {
  const address = new URL("/graphql", origin);
  const live = graphql.link(address.href.replace(/^http/, "ws"));
  const api = graphql.link(address.href);
  return [
    live.subscription(/.*/, ({ subscription, finalize }) => {
      const { query, variables } = subscription;
      finalize(watch({ world, query, variables, publish: (result) => subscription.publish(result) }));
    }),
    api.operation(async ({ query, variables, request }) => {
      world.asked = acceptedLanguage(request.headers.get("accept-language") ?? undefined) ?? defaultLanguage;
      const result = await answer(world, query, variables);
      onViewer();
      return HttpResponse.json(JSON.parse(JSON.stringify(result)));
    }),
    http.get(new URL("/demo.json", origin).href, () =>
      HttpResponse.json(demoUsers(world.startedAt).map(({ email, name, role }) => ({ email, name, role }))),
    ),
  ];
}
