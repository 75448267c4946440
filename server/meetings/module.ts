import type { Module } from "../kernel/module-shape.ts";
import { CallInCountryEntity, CallInRegionEntity, MeetingsSiteEntity } from "./meetings.entity.ts";
import { CallInRegionResolver, CustomerMeetingsResolver, MeetingsSiteResolver } from "./meetings.resolver.ts";

export const meetings = {
  entities: [CallInRegionEntity, CallInCountryEntity, MeetingsSiteEntity],
  resolvers: [CallInRegionResolver, CustomerMeetingsResolver, MeetingsSiteResolver],
} satisfies Module;
