import {
  callInBases,
  callInDefaults,
  callInRegionKeys,
  type CallInBasis,
  type CallInRegionKey,
} from "@tierline/shared/call-in-region.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { CallInRegion } from "./call-in-regions.ts";
import type { MeetingsSiteRow } from "./meetings.entity.ts";

export const CallInRegionEnum = enumOf<CallInRegionKey>(callInRegionKeys);
registerEnumType(CallInRegionEnum, {
  name: "CallInRegionKey",
  description: "A part of the world with call-in numbers of its own.",
  valuesConfig: {
    AMER: { description: "The Americas." },
    APAC: { description: "Asia and Russia, without the Middle East." },
    ANZ: { description: "Australia, New Zealand and the Pacific." },
    EMEA: { description: "Europe outside the EU and the EEA, the Middle East and Africa." },
    EURO: { description: "The EU, the EEA and Switzerland." },
  },
});

export const CallInBasisEnum = enumOf<CallInBasis>(callInBases);
registerEnumType(CallInBasisEnum, {
  name: "CallInBasis",
  description: "By what a call-in number was chosen.",
  valuesConfig: {
    COUNTRY: { description: "The first available number of the customer's home country." },
    REGION: { description: "That country has none: the first available number with the region's default code." },
    CODE: { description: "There is none of that code either: the code alone." },
  },
});

@ObjectType("CallInNumber", { description: "A number by which one dials in to a meeting." })
export class CallInNumberType {
  @Field(() => String, { description: "Whose number it is: ISO 3166-1 alpha-2, upper case." })
  country: string;

  @Field(() => String, { description: "The number, E.164." })
  phone: string;

  @Field(() => Boolean, { description: "Whether it is given out." })
  isAvailable: boolean;
}

@ObjectType("CallInRegion", { description: "A part of the world with the numbers by which one dials in there." })
export class CallInRegionType {
  @Field(() => CallInRegionEnum, { description: "Which one." })
  key: CallInRegionKey;

  @Field(() => String, { description: "The default calling code, e.g. +44." })
  code: string;

  @Field(() => String, { description: "The country of that code, the first where several have it." })
  countryCode: string;

  @Field(() => String, { description: "The name of that country, in English." })
  name: string;

  @Field(() => [String], { description: "All countries that the default code stands for." })
  countries: string[];

  @Field(() => [String], { description: "Home countries of the customers that dial in here; each is in one region." })
  homeCountries: string[];

  @Field(() => [CallInNumberType], { description: "Its numbers, in the order in which they are given out." })
  numbers: CallInNumberType[];

  @Field(() => Int, { description: "Grows with every change; hand it in when updating." })
  version: number;
}

const englishNames = new Intl.DisplayNames(["en"], { type: "region" });

export function toCallInRegion({ key, countries: homeCountries, numbers, version }: CallInRegion): CallInRegionType {
  const { code, countries } = callInDefaults[key];
  const [countryCode = ""] = countries;
  const name = englishNames.of(countryCode) ?? countryCode;
  return Object.assign(new CallInRegionType(), {
    key,
    code,
    countryCode,
    name,
    countries: [...countries],
    homeCountries: [...homeCountries],
    numbers: [...numbers],
    version,
  });
}

@InputType("CallInNumberInput", { description: "A number by which one dials in." })
export class CallInNumberInputType {
  @Field(() => String, { description: "Whose number it is: ISO 3166-1 alpha-2, in any case." })
  country: string;

  @Field(() => String, { description: "The number, with or without its country code." })
  phone: string;

  @Field(() => Boolean, { description: "Whether it is given out." })
  isAvailable: boolean;
}

@InputType("UpdateCallInRegionInput", { description: "Changes to a region. What is left out stays." })
export class UpdateCallInRegionInputType {
  @Field(() => CallInRegionEnum, { description: "Which one." })
  region: CallInRegionKey;

  @Field(() => Int, { description: "The version that was read; STALE when it has changed since." })
  version: number;

  @Field(() => [String], {
    nullable: true,
    description:
      "All home countries whose customers dial in here. One that was in another region leaves it; none is left without.",
  })
  homeCountries?: string[] | null;

  @Field(() => [CallInNumberInputType], {
    nullable: true,
    description: "All numbers, in the order in which they are given out.",
  })
  numbers?: CallInNumberInputType[] | null;
}

@ObjectType("UpdateCallInRegionPayload", { description: "Result of `updateCallInRegion`." })
export class UpdateCallInRegionPayloadType {
  @Field(() => [CallInRegionType], { nullable: true, description: "All regions; null when refused." })
  regions: CallInRegionType[] | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("DefaultCallIn", { description: "The number that is given to whoever dials in to a customer's meetings." })
export class DefaultCallInType {
  @Field(() => String, { description: "The number, E.164; with the basis CODE the code alone." })
  phone: string;

  @Field(() => CallInBasisEnum, { description: "By what it was chosen." })
  basis: CallInBasis;

  @Field(() => CallInRegionEnum, { description: "The region of the customer's home country." })
  region: CallInRegionKey;
}

@ObjectType("MeetingsSite", { description: "A customer's Meetings site to which people dial in by telephone." })
export class MeetingsSiteType {
  /** Not part of the contract. */
  homeCountry: string;

  @Field(() => String, { description: "Its host name." })
  url: string;

  @Field(() => String, { description: "Its time zone." })
  timeZone: string;
}

@ObjectType("MeetingsSettings", { description: "How a customer holds its meetings." })
export class MeetingsSettingsType {
  @Field(() => String, { description: "Host name of its site." })
  url: string;

  @Field(() => String, { description: "Time zone of its site." })
  timeZone: string;

  @Field(() => Boolean, { description: "Whether one dials in by telephone." })
  hasPstnCallIn: boolean;

  @Field(() => Int, { description: "Grows with every change; hand it in when updating." })
  version: number;
}

export function toSettings({ url, timeZone, hasPstnCallIn, version }: MeetingsSiteRow): MeetingsSettingsType {
  return Object.assign(new MeetingsSettingsType(), { url, timeZone, hasPstnCallIn, version });
}

@InputType("SetMeetingsSiteInput", { description: "Where a customer holds its meetings." })
export class SetMeetingsSiteInputType {
  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => Int, {
    nullable: true,
    description: "The version that was read, nothing for the first site; STALE when it has changed since.",
  })
  version?: number | null;

  @Field(() => String, { description: "Host name, e.g. acme.webex.com." })
  url: string;

  @Field(() => String, { description: "Time zone, e.g. Europe/London." })
  timeZone: string;

  @Field(() => Boolean, { description: "Whether one dials in by telephone." })
  hasPstnCallIn: boolean;
}

@ObjectType("SetMeetingsSitePayload", { description: "Result of `setMeetingsSite`." })
export class SetMeetingsSitePayloadType {
  @Field(() => CustomerType, { nullable: true, description: "The customer; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
