import type { Module } from "../kernel/module-shape.ts";
import { LinePlanResolver } from "./line-plan.resolver.ts";

export const lines = { resolvers: [LinePlanResolver] } satisfies Module;
