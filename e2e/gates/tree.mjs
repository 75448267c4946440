import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { importsOf, sourceFiles } from "./imports.mjs";

const topLevel = new Set([
  "server",
  "client",
  "shared",
  "schema",
  "e2e",
  "package.json",
  "pnpm-workspace.yaml",
  "pnpm-lock.yaml",
]);
for (const name of ["tsconfig.json", "README.md", "LICENSE", "SECURITY.md", "node_modules"]) topLevel.add(name);
const emptyNames = new Set(["src", "lib", "utils", "helpers", "common", "core", "types"]);

/** What the tree must not hold. */
export function treeProblems(root) {
  const problems = [];
  for (const name of readdirSync(root))
    if (!topLevel.has(name) && !name.startsWith(".")) problems.push(`${name}: not a part of the fixed top level`);
  for (const file of allSources(root)) {
    const path = relative(root, file);
    const text = readFileSync(file, "utf8");
    if (/^index\.tsx?$/.test(basename(file))) problems.push(`${path}: no index files`);
    if (/\b(TODO|FIXME)\b/.test(text) && !path.startsWith("e2e/gates"))
      problems.push(`${path}: do it, or open an issue`);
    if (path.split("/").some((part) => emptyNames.has(part))) problems.push(`${path}: a folder name that says nothing`);
    const lines = text.split("\n").length - 1;
    if (lines > 400 && !path.includes(".generated.")) problems.push(`${path}: ${lines} lines, 400 is the wall`);
  }
  if (/https?:\/\//.test(readFileSync(join(root, "pnpm-lock.yaml"), "utf8")))
    problems.push("pnpm-lock.yaml: holds an address");
  return problems;
}

function allSources(root) {
  return ["server", "client", "shared", "e2e"].flatMap((side) => sourceFiles(join(root, side)));
}

/** For people to judge. */
export function treeFigures(root) {
  const files = allSources(root);
  const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file);
  const size = (file) => readFileSync(file, "utf8").split("\n").length - 1;
  const sources = files.filter((file) => !isTest(file));
  const sizes = sources.map(size).sort((a, b) => a - b);
  const at = (part) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * part))];
  const sum = (list) => list.reduce((total, file) => total + size(file), 0);
  const comments = sources.reduce(
    (total, file) =>
      total +
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => /^\s*(\/\/|\/?\*)/.test(line)).length,
    0,
  );
  const imports = sources.reduce((total, file) => total + importsOf(file).length, 0);
  const source = sum(sources);
  return [
    `files ${sources.length}, median ${at(0.5)} lines, p90 ${at(0.9)}`,
    `test lines per source line ${(sum(files.filter(isTest)) / source).toFixed(2)}`,
    `comment lines ${((comments / source) * 100).toFixed(0)} %`,
    `own imports per file ${(imports / sources.length).toFixed(1)}`,
  ].join("; ");
}
