import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { sourceFiles } from "./imports.mjs";

const idPattern = /\b(?:OX?|CX?|MX?|BX?|VX?|X|U)\d{1,2}\b/g;

/** Every rule that is built has a test that bears its id; every id in a test's name is a rule. */
export function ruleProblems(root) {
  const rules = new Set(
    [...readFileSync(join(root, "shared", "rules.ts"), "utf8").matchAll(/^\s+"?([A-Z]{1,2}\d{1,2})"?:/gm)].map(
      (match) => match[1],
    ),
  );
  const proven = new Map();
  for (const file of ["server", "client", "shared", "e2e"].flatMap((side) => sourceFiles(join(root, side)))) {
    if (!/\.(test|spec)\.tsx?$/.test(file)) continue;
    const text = readFileSync(file, "utf8");
    for (const [, , name] of text.matchAll(
      /\b(?:test|it|describe)(?:\.\w+)*(?:\([^)]*\))?\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g,
    )) {
      for (const [id] of name.matchAll(idPattern)) proven.set(id, relative(root, file));
    }
  }
  const problems = [];
  for (const id of rules) if (!proven.has(id)) problems.push(`shared/rules.ts: no test bears ${id} in its name`);
  for (const [id, file] of proven)
    if (!rules.has(id)) problems.push(`${file}: a test bears ${id}, which is not in shared/rules.ts`);
  return problems;
}
