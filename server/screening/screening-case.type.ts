import { encodeId } from "@tierline/shared/id.ts";
import {
  contactChannels,
  contactOutcomes,
  deactivationCauses,
  isOverdue,
  reviewMs,
  screeningCaseStates,
  unreachableMax,
  type ContactChannel,
  type ContactOutcome,
  type DeactivationCause,
  type ScreeningCaseState,
  type ScreeningList,
  listedNameKinds,
  type ListedNameKind,
  type FoundMatch,
} from "@tierline/shared/screening.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { ContactAttemptRow, ScreeningCaseRow } from "./screening.entity.ts";
import { ListVersionOfCheckType, ScreeningListEnum, versionsOf } from "./screening.type.ts";

export const CaseStateEnum = enumOf<ScreeningCaseState>(screeningCaseStates);
registerEnumType(CaseStateEnum, {
  name: "ScreeningCaseState",
  description: "Where a potential match stands.",
  valuesConfig: {
    OPEN: { description: "Nobody has decided." },
    CONFIRMING: { description: "One person says that it is the listed party; a second one has to." },
    NON_COMPLIANT: { description: "Two people have confirmed it; the clock goes on." },
    DEACTIVATED: { description: "A clock has run out: the customer is or is being switched off." },
    APPROVED: { description: "It is somebody else." },
    WITHDRAWN: { description: "The party stands on no list any more." },
  },
});

export const ContactChannelEnum = enumOf<ContactChannel>(contactChannels);
registerEnumType(ContactChannelEnum, {
  name: "ContactChannel",
  description: "How somebody was to be reached.",
  valuesConfig: {
    PHONE: { description: "By phone." },
    EMAIL: { description: "By e-mail." },
    LETTER: { description: "By letter." },
    OTHER: { description: "Otherwise." },
  },
});

export const ContactOutcomeEnum = enumOf<ContactOutcome>(contactOutcomes);
registerEnumType(ContactOutcomeEnum, {
  name: "ContactOutcome",
  description: "Whether somebody was reached.",
  valuesConfig: {
    REACHED: { description: "Yes: the count of attempts begins anew." },
    UNREACHABLE: { description: "No: it counts 24 hours after the last one that counted." },
  },
});

export const DeactivationCauseEnum = enumOf<DeactivationCause>(deactivationCauses);
registerEnumType(DeactivationCauseEnum, {
  name: "DeactivationCause",
  description: "Which clock has run out.",
  valuesConfig: {
    TIME: { description: "30 days since the first potential match." },
    UNREACHABLE: { description: "Three attempts in vain that counted." },
  },
});

export const ListedNameKindEnum = enumOf<ListedNameKind>(listedNameKinds);
registerEnumType(ListedNameKindEnum, {
  name: "ListedNameKind",
  description: "What sort of name of a listed party it is.",
  valuesConfig: {
    NAME: { description: "Its main one." },
    ALIAS: { description: "Another one." },
    WEAK_ALIAS: { description: "One of little use by itself, such as an abbreviation." },
  },
});

@ObjectType("MatchedWord", { description: "Two words taken for one another." })
export class MatchedWordType {
  @Field(() => String, { description: "Of the customer's name, as it was compared." })
  ours: string;

  @Field(() => String, { description: "Of the listed name." })
  listed: string;

  @Field(() => Int, { description: "How alike they are, in thousandths." })
  likeness: number;
}

@ObjectType("ListedName", { description: "A name of a listed party." })
export class ListedNameType {
  @Field(() => String, { description: "As the list writes it." })
  name: string;

  @Field(() => ListedNameKindEnum, { description: "What sort it is." })
  kind: ListedNameKind;
}

@ObjectType("ListedAddress", { description: "An address of a listed party." })
export class ListedAddressType {
  @Field(() => String, { description: "As the list writes it." })
  text: string;

  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2, where it is known." })
  country: string | null;
}

@ObjectType("ScreeningMatch", { description: "A listed party like the customer, as the list said it then." })
export class ScreeningMatchType {
  @Field(() => ScreeningListEnum, { description: "Which list." })
  list: ScreeningList;

  @Field(() => Int, { description: "Its version." })
  listVersion: number;

  @Field(() => String, { description: "By which the list knows the party." })
  reference: string;

  @Field(() => Int, { description: "How alike the names are, in thousandths: 1,000 is the same." })
  score: number;

  @Field(() => String, { description: "Which of the party's names it is." })
  matchedName: string;

  @Field(() => ListedNameKindEnum, { description: "What sort of name that is." })
  nameKind: ListedNameKind;

  @Field(() => [MatchedWordType], { description: "Which words are alike." })
  words: MatchedWordType[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether a country is the same; null where the list knows none.",
  })
  isSameCountry: boolean | null;

  @Field(() => Boolean, { description: "Whether the billing address's city stands in one of its addresses." })
  isSameCity: boolean;

  @Field(() => String, {
    name: "partyType",
    description: "What the list says it is, in its own words: individual, entity, vessel; empty where nothing.",
  })
  kind: string;

  @Field(() => String, { description: "Programme, or list within the list." })
  source: string;

  @Field(() => [ListedNameType], { description: "All of its names, at most 60." })
  names: ListedNameType[];

  @Field(() => [ListedAddressType], { description: "Its addresses, at most 60." })
  addresses: ListedAddressType[];

  @Field(() => String, { description: "What else the list says." })
  remarks: string;
}

function toMatch(match: FoundMatch): ScreeningMatchType {
  return Object.assign(new ScreeningMatchType(), match);
}

@ObjectType("ContactAttempt", { description: "Somebody tried to reach the customer or its reseller." })
export class ContactAttemptType {
  @Field(() => Date, { description: "When." })
  at: Date;

  @Field(() => String, { description: "Who." })
  by: string;

  @Field(() => ContactChannelEnum, { description: "How." })
  channel: ContactChannel;

  @Field(() => ContactOutcomeEnum, { description: "Whether somebody was reached." })
  outcome: ContactOutcome;

  @Field(() => Boolean, { description: "Whether it counts." })
  isCounted: boolean;

  @Field(() => String, { nullable: true, description: "In words." })
  note: string | null;
}

export function toAttempt(row: ContactAttemptRow): ContactAttemptType {
  const { at, by, channel, outcome, isCounted, note = null } = row;
  return Object.assign(new ContactAttemptType(), { at, by, channel, outcome, isCounted, note });
}

@ObjectType("ScreeningCase", {
  implements: NodeType,
  description:
    "A potential match of a customer with a listed party, which people decide. A customer has one at a time.",
})
export class ScreeningCaseType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ScreeningCaseRow;

  @Field(() => CaseStateEnum, { description: "Where it stands." })
  state: ScreeningCaseState;

  @Field(() => Date, { description: "When it was found." })
  openedAt: Date;

  @Field(() => Date, { description: "Until when it is reviewed in time: 60 minutes." })
  reviewBy: Date;

  @Field(() => Boolean, { description: "Whether that is over and nobody has decided." })
  isOverdue: boolean;

  @Field(() => Date, { description: "When the customer is deactivated unless it is approved: 30 days of 24 hours." })
  deactivateAt: Date;

  @Field(() => Int, { description: "Of the best match, in thousandths." })
  score: number;

  @Field(() => [ScreeningMatchType], { description: "The listed parties, the most alike first." })
  matches: ScreeningMatchType[];

  @Field(() => [ListVersionOfCheckType], { description: "The versions of the lists." })
  listVersions: ListVersionOfCheckType[];

  @Field(() => Int, { description: "By which version of the comparison." })
  algorithmVersion: number;

  @Field(() => String, { nullable: true, description: "Who sees to it." })
  owner: string | null;

  @Field(() => String, { nullable: true, description: "Who confirmed it first." })
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: "When." })
  confirmedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why." })
  confirmedReason: string | null;

  @Field(() => String, { nullable: true, description: "Who decided it." })
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: "When it was decided." })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so." })
  reason: string | null;

  @Field(() => Int, { description: "Attempts in vain that count, since somebody was reached." })
  unreachable: number;

  @Field(() => Int, { description: "With how many of them the customer is deactivated." })
  unreachableMax: number;

  @Field(() => DeactivationCauseEnum, { nullable: true, description: "Which clock has deactivated the customer." })
  cause: DeactivationCause | null;

  @Field(() => Date, { nullable: true, description: "When the customer's deactivation began." })
  deactivatedAt: Date | null;

  @Field(() => Int, { description: "Grows with every change; hand it in when deciding." })
  version: number;
}

export function toScreeningCase(row: ScreeningCaseRow, now: Date): ScreeningCaseType {
  const { state, openedAt, deactivateAt, score, algorithmVersion, unreachable, version } = row;
  const { owner = null, confirmedBy = null, confirmedAt = null, confirmedReason = null } = row;
  const { decidedBy = null, decidedAt = null, reason = null, cause = null, deactivatedAt = null } = row;
  return Object.assign(new ScreeningCaseType(), {
    row,
    id: encodeId("scc", row.id),
    state,
    openedAt,
    deactivateAt,
    score,
    algorithmVersion,
    unreachable,
    version,
    owner,
    confirmedBy,
    confirmedAt,
    confirmedReason,
    decidedBy,
    decidedAt,
    reason,
    cause,
    deactivatedAt,
    reviewBy: new Date(openedAt.getTime() + reviewMs),
    isOverdue: isOverdue(state, openedAt, now),
    matches: row.matches.map(toMatch),
    listVersions: versionsOf(row.listVersions),
    unreachableMax,
  });
}

@ObjectType("ScreeningCaseConnection", { description: "A page of cases." })
export class ScreeningCaseConnectionType extends connectionOf("ScreeningCase", () => ScreeningCaseType) {
  @Field(() => TotalCountType, { description: "How many cases match." })
  totalCount: TotalCountType;
}

@ObjectType("ScreeningFigures", { description: "How reviewing goes." })
export class ScreeningFiguresType {
  @Field(() => Int, { description: "Cases that wait for a decision." })
  undecided: number;

  @Field(() => Int, { description: "Those of them that are overdue." })
  overdue: number;

  @Field(() => Int, {
    nullable: true,
    description: "Median of minutes until a decision, of those of the last 30 days; null without any.",
  })
  medianMinutes: number | null;
}

@InputType("ScreeningCaseFilter", { description: "Which cases; all conditions must hold." })
export class ScreeningCaseFilterInput {
  @Field(() => [CaseStateEnum], { nullable: true, description: "One of these states." })
  state?: ScreeningCaseState[] | null;

  @Field(() => Boolean, { nullable: true, description: "Overdue or not." })
  isOverdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: "That this person sees to." })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this customer." })
  customerId?: string | null;
}

@InputType("DecideScreeningCaseInput", { description: "A decision about a case." })
export class DecideCaseInputType {
  @Field(() => ID, { description: "Id of the case." })
  id: string;

  @Field(() => Int, { description: "Version of the case as you have seen it." })
  version: number;

  @Field(() => String, { description: "Why, up to 2,000 characters." })
  reason: string;
}

@InputType("TakeScreeningCaseInput", { description: "A case that you see to." })
export class TakeCaseInputType {
  @Field(() => ID, { description: "Id of the case." })
  id: string;
}

@InputType("LogContactAttemptInput", { description: "An attempt to reach the customer or its reseller." })
export class LogAttemptInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the case." })
  id: string;

  @Field(() => ContactChannelEnum, { description: "How." })
  channel: ContactChannel;

  @Field(() => ContactOutcomeEnum, { description: "Whether somebody was reached." })
  outcome: ContactOutcome;

  @Field(() => String, { nullable: true, description: "In words, up to 2,000 characters." })
  note?: string | null;
}

@ObjectType("ScreeningCasePayload", { description: "Result of a mutation of a case." })
export class ScreeningCasePayloadType {
  @Field(() => ScreeningCaseType, { nullable: true, description: "The case; null when refused." })
  screeningCase: ScreeningCaseType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
