import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, print, visit, type FragmentDefinitionNode, type OperationDefinitionNode } from "graphql";

const client = new URL("../../client/", import.meta.url).pathname;

const definitions = readdirSync(client, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".graphql") && !file.includes("node_modules"))
  .flatMap((file) => parse(readFileSync(join(client, file), "utf8")).definitions);
const fragments = new Map(
  definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
);

/** All that the console asks, changes and watches. */
export const consoleOperations = definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));

/** The document as the console sends it: with the fragments that it uses. */
export function textOf(operation: OperationDefinitionNode): string {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)!; // codegen has seen to that
        if (used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [operation, ...used.values()].map(print).join("\n");
}
