import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const client = join(import.meta.dirname, "..");
const folders = "{features,ui,routes,navigation,api,graphiql,.}";

test("every Mantine component in use has its style sheet", () => {
  const listed = readFileSync(join(client, "theme/mantine-css.ts"), "utf8");
  const missing = [...componentsInUse()].filter((name) => {
    const sheet = `@mantine/core/styles/${name}.layer.css`;
    return existsSync(join(client, "node_modules", sheet)) && !listed.includes(`"${sheet}"`);
  });
  expect(missing).toEqual([]);
});

function componentsInUse(): Set<string> {
  const files = globSync([`${folders}/*.tsx`, "{features,routes}/*/**/*.tsx"], { cwd: client });
  const names = files.flatMap((file) => {
    const imports = readFileSync(join(client, file), "utf8").matchAll(/import \{([^}]*)\} from "@mantine\/core"/g);
    return [...imports].flatMap(([, list = ""]) => list.match(/\b[A-Z][A-Za-z]+\b/g) ?? []);
  });
  return new Set(names);
}
