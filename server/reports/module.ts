import type { Module } from "../kernel/module-shape.ts";
import { ReportsResolver } from "./reports.resolver.ts";

/** Reads across all modules; owns no table. */
export const reports = { resolvers: [ReportsResolver] } satisfies Module;
