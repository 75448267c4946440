import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = new URL("../../client/dist/", import.meta.url).pathname;

/** P12: what the built console weighs, gzipped: what the first page needs, its styles, and what each route adds. */
export async function bench(): Promise<void> {
  console.log("P12 console, gzipped (targets: entry 290 KB of JS, 30 KB of CSS, a route 60 KB)");
  if (!existsSync(join(folder, "index.html"))) return console.log("  not built: run `pnpm build` first");
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const linked = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+)"/g)].map(([, name = ""]) => name);
  const entry = closure(linked.filter((name) => name.endsWith(".js")));
  const styles = linked.filter((name) => name.endsWith(".css"));
  const rest = [...lazyFrom(entry)]; // what only the page of GraphiQL loads is no part of the console
  const routes = rest.map((name) => ({ name, bytes: weigh([...closure([name])].filter((each) => !entry.has(each))) }));
  const heaviest = routes.toSorted((a, b) => b.bytes - a.bytes);
  console.log(`  entry JS ${kb(weigh([...entry]))} in ${entry.size} files, entry CSS ${kb(weigh(styles))}`);
  console.log(`  ${rest.length} lazy chunks; the heaviest with all that they bring:`);
  for (const { name, bytes } of heaviest.slice(0, 5)) console.log(`    ${kb(bytes).padStart(9)}  ${name}`);
}

/** A chunk with everything that it imports statically. */
function closure(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, file] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      open.push(`assets/${file}`);
  }
  return seen;
}

/** Chunks that the console loads when they are needed, at any depth. */
function lazyFrom(entry: ReadonlySet<string>): Set<string> {
  const lazy = new Set<string>();
  const open = [...entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, file] of text.matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      const found = `assets/${file}`;
      if (entry.has(found) || lazy.has(found)) continue;
      lazy.add(found);
      open.push(...closure([found]));
    }
  }
  return lazy;
}

function weigh(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

function kb(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}
