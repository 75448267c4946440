import { defaultCallIn } from "@tierline/shared/call-in-region.ts";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { customerNow } from "../customers/customer-loaders.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { callInRegions, meetingsSiteOf, regionOfCountry } from "./call-in-regions.ts";
import {
  CallInRegionType,
  DefaultCallInType,
  MeetingsSettingsType,
  MeetingsSiteType,
  SetMeetingsSiteInputType,
  SetMeetingsSitePayloadType,
  toCallInRegion,
  toSettings,
  UpdateCallInRegionInputType,
  UpdateCallInRegionPayloadType,
} from "./meetings.type.ts";
import { setMeetingsSite } from "./set-meetings-site.ts";
import { updateCallInRegion } from "./update-region.ts";

@Resolver(() => CallInRegionType)
export class CallInRegionResolver {
  @Requires("customer.view")
  @Query(() => [CallInRegionType], { description: "Where one dials in to meetings: five regions, in their order." })
  async callInRegions(@Ctx() request: RequestContext): Promise<CallInRegionType[]> {
    return (await callInRegions(signedIn(request))).map(toCallInRegion);
  }

  @Requires("call_in.edit")
  @Mutation(() => UpdateCallInRegionPayloadType, {
    description: "Says which countries dial in in a region, and by which numbers.",
  })
  updateCallInRegion(
    @Arg("input", () => UpdateCallInRegionInputType, { description: "The changes." })
    input: UpdateCallInRegionInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCallInRegionPayloadType> {
    const context = signedIn(request);
    return answered(
      async () => {
        await updateCallInRegion(context, input);
        return { regions: (await callInRegions(context)).map(toCallInRegion) };
      },
      { regions: null },
    );
  }
}

@Resolver(() => CustomerType)
export class CustomerMeetingsResolver {
  @Requires("customer.update")
  @Mutation(() => SetMeetingsSitePayloadType, {
    description: "Gives a customer a Meetings site, or changes the one that it has.",
  })
  setMeetingsSite(
    @Arg("input", () => SetMeetingsSiteInputType, { description: "Which customer, and where it meets." })
    input: SetMeetingsSiteInputType,
    @Ctx() request: RequestContext,
  ): Promise<SetMeetingsSitePayloadType> {
    const context = signedIn(request);
    return answered(
      async () => {
        const id = await setMeetingsSite(context, input);
        meetingsSiteOf(request).clear(id);
        return { customer: await customerNow(request, context, id) };
      },
      { customer: null },
    );
  }

  @FieldResolver(() => MeetingsSettingsType, { nullable: true, description: "Its Meetings site; null without one." })
  async meetings(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<MeetingsSettingsType | null> {
    const site = await meetingsSiteOf(request).load(row.id);
    return site === null ? null : toSettings(site);
  }

  @FieldResolver(() => MeetingsSiteType, {
    nullable: true,
    description: "The Meetings site that one dials in to; null without such a site, or without call-in by telephone.",
  })
  async meetingsSite(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<MeetingsSiteType | null> {
    const site = await meetingsSiteOf(request).load(row.id);
    if (site?.hasPstnCallIn !== true) return null;
    const { url, timeZone } = site;
    return Object.assign(new MeetingsSiteType(), { url, timeZone, homeCountry: row.homeCountry });
  }
}

@Resolver(() => MeetingsSiteType)
export class MeetingsSiteResolver {
  @FieldResolver(() => DefaultCallInType, {
    description: "The number that is dialled: follows from the customer's home country.",
  })
  async defaultCallIn(
    @Root() { homeCountry }: MeetingsSiteType,
    @Ctx() request: RequestContext,
  ): Promise<DefaultCallInType> {
    const region = await regionOfCountry(request).load(homeCountry);
    invariant(region !== null, "every country dials in somewhere");
    return { ...defaultCallIn(region.key, homeCountry, region.numbers), region: region.key };
  }
}
