import { capacityLevel, capacityLevels, platformOf, type CapacityLevel } from "@tierline/shared/onboarding.ts";
import { Ctx, Field, FieldResolver, Int, ObjectType, registerEnumType, Resolver, Root } from "type-graphql";
import { BulkImportType, toBulkImport } from "../bulk/bulk.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { loader } from "../kernel/loaders.ts";
import { arrayText } from "../kernel/unnested.ts";
import { OnboardingType } from "./onboarding.type.ts";
import { saidOf } from "./take-pbx.ts";
import { syncsOf } from "./take-sync.ts";

const CapacityLevelEnum = enumOf<CapacityLevel>(capacityLevels);
registerEnumType(CapacityLevelEnum, {
  name: "CapacityLevel",
  description: "How far a platform is filled. It warns, and holds nobody up.",
  valuesConfig: {
    FITS: { description: "Below nine tenths." },
    NEAR: { description: "From nine tenths on." },
    OVER: { description: "More than it is made for." },
  },
});

@ObjectType("OnboardingCapacity", { description: "What a platform is made for, and what is asked of it." })
export class OnboardingCapacityType {
  @Field(() => Int, {
    nullable: true,
    description:
      "Of a PBX as it was typed, null before; of a platform that syncs, the customer's people who may sign in.",
  })
  users: number | null;

  @Field(() => Int, { description: "Users that the platform is made for." })
  usersMax: number;

  @Field(() => Int, { description: "Devices that the platform is made for." })
  devicesMax: number;

  @Field(() => CapacityLevelEnum, {
    nullable: true,
    description: "How far that fills it; null where no number is known.",
  })
  level: CapacityLevel | null;
}

/** People of a customer, without those who are locked out. */
const peopleOf = loader<string, number>(async ({ em }, customers) => {
  const rows = await em.execute<{ id: string; count: number }[]>(
    `select customer_id as id, count(*)::int as count from app_user
     where customer_id = any(?::uuid[]) and disabled_at is null group by 1`,
    [arrayText(customers)],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
});

@Resolver(() => OnboardingType)
export class OnboardingProgressResolver {
  @FieldResolver(() => OnboardingCapacityType, { description: "How far the platform is filled." })
  async capacity(@Root() { row }: OnboardingType, @Ctx() request: RequestContext): Promise<OnboardingCapacityType> {
    const { usesSync, usersMax, devicesMax } = platformOf(row.platform);
    const typed = saidOf(row.draft.pbx ?? {}).users ?? null;
    const synced = row.customer == null ? null : ((await peopleOf(request).load(row.customer)) ?? 0);
    const users = usesSync ? synced : typed !== null && Number.isInteger(typed) ? typed : null;
    const level = users === null ? null : capacityLevel(users, usersMax);
    return Object.assign(new OnboardingCapacityType(), { users, usersMax, devicesMax, level });
  }

  @FieldResolver(() => [BulkImportType], {
    description: "Files of this customer's users, the latest 20 first; empty before SYNC.",
  })
  async syncs(@Root() { row }: OnboardingType, @Ctx() request: RequestContext): Promise<BulkImportType[]> {
    if (row.customer == null || !platformOf(row.platform).usesSync) return [];
    return (await syncsOf(signedIn(request), row.customer)).map(toBulkImport);
  }
}
