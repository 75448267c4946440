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
  const lazy = lazyFrom(entry); // what only the page of GraphiQL loads is no part of the console
  const parts = [...lazy].map(([name, there]) => ({
    name,
    bytes: weigh([...closure([name])].filter((each) => !there.has(each))),
  }));
  const heaviest = parts.toSorted((a, b) => b.bytes - a.bytes);
  console.log(`  entry JS ${kb(weigh([...entry]))} in ${entry.size} files, entry CSS ${kb(weigh(styles))}`);
  console.log(`  ${lazy.size} lazy chunks; the heaviest with all that they bring to what loads them:`);
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

/** Chunks that are loaded when they are needed, at any depth, each with what is always there by then. */
function lazyFrom(entry: ReadonlySet<string>): Map<string, ReadonlySet<string>> {
  const lazy = new Map<string, ReadonlySet<string>>();
  const open: ReadonlySet<string>[] = [entry];
  for (let loaders = open.pop(); loaders !== undefined; loaders = open.pop()) {
    for (const found of new Set([...loaders].flatMap(loadedLaterBy))) {
      if (entry.has(found)) continue;
      const before = lazy.get(found);
      const there = before === undefined ? loaders : before.intersection(loaders);
      lazy.set(found, there);
      // Looked at again only where less is certain to be there than was thought.
      if (before === undefined || there.size < before.size) open.push(there.union(closure([found])));
    }
  }
  return lazy;
}

function loadedLaterBy(name: string): string[] {
  const text = readFileSync(join(folder, name), "utf8");
  return [...text.matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, file]) => `assets/${file}`);
}

function weigh(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

function kb(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}
