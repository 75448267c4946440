import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { followCases } from "./follow-cases.ts";
import { fetchLists } from "./fetch-lists.ts";
import { followLists } from "./follow-lists.ts";
import {
  ListEntryEntity,
  ListNameEntity,
  ListVersionEntity,
  ScreeningFileEntity,
  ScreeningSettingsEntity,
} from "./list.entity.ts";
import { ScreeningListResolver } from "./list.resolver.ts";
import { ListSourceEntity } from "./list-source.entity.ts";
import { ListSourceResolver } from "./list-source.resolver.ts";
import { runScreenings } from "./run-screenings.ts";
import { toScreeningCase } from "./screening-case.type.ts";
import { ContactAttemptEntity, ScreeningCaseEntity, ScreeningEntity } from "./screening.entity.ts";
import {
  CustomerScreeningResolver,
  NotificationScreeningResolver,
  ScreenedCustomerResolver,
  ScreeningCaseResolver,
} from "./screening.resolver.ts";

async function loadCases({ em, clock }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await em.find(ScreeningCaseEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toScreeningCase(row, clock.now())]));
}

export const screening = {
  entities: [
    ScreeningFileEntity,
    ListVersionEntity,
    ListEntryEntity,
    ListNameEntity,
    ListSourceEntity,
    ScreeningSettingsEntity,
    ScreeningEntity,
    ScreeningCaseEntity,
    ContactAttemptEntity,
  ],
  sql: [new URL("./screening.sql", import.meta.url)],
  resolvers: [
    ScreeningListResolver,
    ListSourceResolver,
    ScreeningCaseResolver,
    ScreenedCustomerResolver,
    CustomerScreeningResolver,
    NotificationScreeningResolver,
  ],
  nodes: { scc: { permission: "screening.view", load: loadCases } },
  sweeps: [
    { key: "screenings", everySeconds: 2, run: runScreenings },
    { key: "screening-lists", everySeconds: 2, run: followLists },
    { key: "screening-sources", everySeconds: 5, run: fetchLists },
    { key: "screening-cases", everySeconds: 5, run: followCases },
  ],
} satisfies Module;
