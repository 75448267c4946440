import { idPrefixes, type IdPrefix } from "@tierline/shared/id.ts";
import type { Module, NodeSource } from "../kernel/module-shape.ts";

const prefixes = new Set<string>(Object.values(idPrefixes));
let sources: ReadonlyMap<IdPrefix, NodeSource> = new Map();

/** Set once at boot, from what the modules bring. */
export function setNodeSources(modules: readonly Module[]): void {
  const found = new Map<IdPrefix, NodeSource>();
  for (const module of modules) {
    for (const [prefix, source] of Object.entries(module.nodes ?? {})) {
      if (!prefixes.has(prefix) || found.has(prefix as IdPrefix))
        throw new Error(`Not one source for the id prefix ${prefix}.`);
      found.set(prefix as IdPrefix, source); // checked against the list just above
    }
  }
  sources = found;
}

export function nodeSources(): ReadonlyMap<IdPrefix, NodeSource> {
  return sources;
}
