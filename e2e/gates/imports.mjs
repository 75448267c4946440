import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** A folder may import only from folders to its right. Adding or moving one is a decision: write it down in the README. */
export const order = {
  server: [
    ["testkit"],
    ["worker.ts", "main.ts", "tierline.ts"],
    [
      "children.ts",
      "ending.ts",
      "build-console.ts",
      "databases.ts",
      "open-services.ts",
      "installation-folder.ts",
      "sweeps.ts",
    ],
    ["app.ts"],
    ...[
      "db",
      "api",
      "reports",
      "onboarding",
      "wholesale",
      "playbooks",
      "bulk",
      "subscribers",
      "orders",
      "problems",
      "sign-up",
      "brands",
      "screening",
      "invoices",
      "rating",
      "dids",
      "lines",
      "allowances",
      "charging",
      "payments",
      "taxes",
      "billing",
      "services",
      "catalog",
      "rates",
    ].map((name) => [name]),
    ...[
      "webhooks",
      "developers",
      "inventory",
      "identity",
      "meetings",
      "customers",
      "resellers",
      "ledger",
      "notifications",
      "audit",
      "provisioning",
      "connectors",
      "kernel",
    ].map((name) => [name]),
  ],
  client: [
    ["main.tsx", "graphiql.tsx", "testkit"],
    ["mocks"],
    ["routes.tsx"],
    ["features"],
    ["navigation"],
    ["api"],
    ["i18n"],
    ["ui"],
    ["theme.ts", "theme"],
  ],
};

const ignored = new Set(["node_modules", "dist", "generated", "bench", "test-results"]);

export function sourceFiles(folder) {
  const found = [];
  for (const name of readdirSync(folder)) {
    if (ignored.has(name) || name.startsWith(".")) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...sourceFiles(path));
    else if (/\.(ts|tsx|mjs)$/.test(name) && !name.endsWith(".d.ts")) found.push(path);
  }
  return found;
}

/** Every import of one of our own files, `import type` included. */
export function importsOf(file) {
  const text = readFileSync(file, "utf8");
  const found = [];
  for (const match of text.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s+["']([^"']+)["']/g,
  )) {
    const target = match[1] ?? match[2] ?? match[3];
    if (target.startsWith(".")) found.push(resolve(dirname(file), target.split("?")[0]));
    else if (target.startsWith("@tierline/shared/"))
      found.push(resolve("shared", target.slice("@tierline/shared/".length)));
  }
  return found.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(path) && statSync(path).isFile());
}

function placeOf(side, file) {
  const [first, second] = relative(side, file).split(sep);
  return { top: first, second };
}

/** Imports that run up the order, across features, or out of a side. */
export function orderProblems(root) {
  const problems = [];
  for (const side of ["server", "client", "shared"]) {
    for (const file of sourceFiles(join(root, side))) {
      for (const target of importsOf(file)) problems.push(...judge(root, side, file, target));
    }
  }
  return problems;
}

function judge(root, side, file, target) {
  const from = relative(root, file);
  const to = relative(root, target);
  const say = (why) => [`${from} imports ${to}: ${why}`];
  const targetSide = to.split(sep)[0];
  if (side === "shared") return targetSide === "shared" ? [] : say("shared imports nothing outside itself");
  if (targetSide === "shared") return [];
  if (targetSide !== side) return say(`${side} does not import ${targetSide}`);
  const here = placeOf(join(root, side), file);
  const there = placeOf(join(root, side), target);
  const isTest = /\.test\.tsx?$/.test(file) || file.includes(`${sep}testkit${sep}`) || /vitest|setup/.test(file);
  if (there.top === "testkit" && !isTest) return say("testkit is imported by tests only");
  if (
    here.top === "features" &&
    there.top === "features" &&
    here.second !== there.second &&
    here.second !== undefined
  ) {
    return say("a feature imports no other feature");
  }
  if (isTest) return [];
  const rank = (place) => order[side].findIndex((group) => group.includes(place.top));
  if (rank(here) < 0 || rank(there) < 0)
    return from.includes("config") || from.includes("codegen") ? [] : say("a folder that is not in the order");
  if (file.endsWith(".entity.ts") && !target.endsWith(".entity.ts") && !to.startsWith(`server${sep}kernel`))
    return say("an entity imports only entities");
  return rank(there) < rank(here) ? say("runs up the order") : [];
}

/** Groups of files that import each other in a circle. */
export function cycles(root) {
  const files = ["server", "client", "shared", "e2e"].flatMap((side) => sourceFiles(join(root, side)));
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!graph.has(target)) continue;
      if (!index.has(target)) {
        visit(target);
        low.set(file, Math.min(low.get(file), low.get(target)));
      } else if (stack.includes(target)) low.set(file, Math.min(low.get(file), index.get(target)));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.map((each) => relative(root, each)));
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found;
}
