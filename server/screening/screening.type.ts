import {
  checkStates,
  screeningLists,
  screeningStates,
  screeningTriggers,
  type CheckState,
  type ScreeningList,
  type ScreeningState,
  type ScreeningTrigger,
} from "@tierline/shared/screening.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { encodeId } from "@tierline/shared/id.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { ListVersionRow } from "./list.entity.ts";
import type { ScreeningRow } from "./screening.entity.ts";
import type { ScreeningSettings } from "./settings.ts";

const ofCheck: Record<CheckState, { description: string }> = {
  NOT_RUN: { description: "No list had been imported, so that nobody could be screened." },
  RUNNING: { description: "A check is under way; nothing waits for it." },
  CLEAR: { description: "Nobody like them is listed." },
  POTENTIAL_MATCH: { description: "Somebody like them is listed, which a person has to decide." },
  APPROVED: { description: "A person has decided that it is somebody else; as free as CLEAR." },
};

export const ScreeningStateEnum = enumOf<ScreeningState>(screeningStates);
registerEnumType(ScreeningStateEnum, {
  name: "ScreeningState",
  description: "Where a customer stands with screening.",
  valuesConfig: { ...ofCheck, NON_COMPLIANT: { description: "Two people have confirmed it, or a clock has run out." } },
});

export const CheckStateEnum = enumOf<CheckState>(checkStates);
registerEnumType(CheckStateEnum, {
  name: "ScreeningCheckState",
  description: "What one check has found.",
  valuesConfig: ofCheck,
});

export const ScreeningTriggerEnum = enumOf<ScreeningTrigger>(screeningTriggers);
registerEnumType(ScreeningTriggerEnum, {
  name: "ScreeningTrigger",
  description: "What made a check necessary.",
  valuesConfig: {
    CUSTOMER_CREATED: { description: "The customer came in, however it came." },
    BILLING_ADDRESS_UPDATED: { description: "Its billing address has changed." },
    NAME_UPDATED: { description: "Its name has changed." },
    LIST_CHANGED: { description: "A list has changed in a way that can touch it." },
  },
});

export const ScreeningListEnum = enumOf<ScreeningList>(screeningLists);
registerEnumType(ScreeningListEnum, {
  name: "ScreeningListKind",
  description: "A published list.",
  valuesConfig: {
    OFAC_SDN: { description: "Specially Designated Nationals: sdn.csv with alt.csv and add.csv." },
    CSL: { description: "The Consolidated Screening List of the United States." },
    DPL: { description: "The Denied Persons List of the Bureau of Industry and Security." },
  },
});

@ObjectType("ListVersionOfCheck", { description: "Which version of a list something was compared with." })
export class ListVersionOfCheckType {
  @Field(() => ScreeningListEnum, { description: "Which list." })
  list: ScreeningList;

  @Field(() => Int, { description: "Its version." })
  version: number;
}

export function versionsOf(versions: Readonly<Record<string, number>>): ListVersionOfCheckType[] {
  return screeningLists
    .filter((list) => versions[list] !== undefined)
    .map((list) => Object.assign(new ListVersionOfCheckType(), { list, version: versions[list] }));
}

@ObjectType("Screening", { description: "One check of a customer against the lists." })
export class ScreeningType {
  @Field(() => ScreeningTriggerEnum, { description: "What made it necessary." })
  trigger: ScreeningTrigger;

  @Field(() => CheckStateEnum, { description: "What it has found." })
  state: CheckState;

  @Field(() => Date, { nullable: true, description: "When it ended; null while it is under way." })
  finishedAt: Date | null;

  @Field(() => CheckStateEnum, {
    nullable: true,
    description: "What the check before said, where this one says otherwise.",
  })
  previousState: CheckState | null;

  @Field(() => Int, { nullable: true, description: "Of the best match in thousandths; null without one." })
  score: number | null;

  @Field(() => Int, { description: "How many listed parties are like the customer." })
  matchCount: number;

  @Field(() => [ListVersionOfCheckType], { description: "The versions of the lists." })
  listVersions: ListVersionOfCheckType[];

  @Field(() => Int, { nullable: true, description: "By which version of the comparison." })
  algorithmVersion: number | null;
}

export function toScreening(row: ScreeningRow): ScreeningType {
  const { trigger, state, finishedAt = null, previousState = null, score = null, algorithmVersion = null } = row;
  const listVersions = versionsOf(row.listVersions);
  const facts = { trigger, state, finishedAt, previousState, score, algorithmVersion, listVersions };
  return Object.assign(new ScreeningType(), { ...facts, matchCount: row.matches });
}

@ObjectType("PolicyLink", { description: "Where a policy or list is read." })
export class PolicyLinkType {
  @Field(() => String, { description: "What is read there." })
  title: string;

  @Field(() => String, { description: "Its address." })
  url: string;
}

@ObjectType("ScreeningSettings", { description: "How customers are compared with the lists." })
export class ScreeningSettingsType implements ScreeningSettings {
  @Field(() => Int, { description: "A name this much alike, in thousandths, is a potential match." })
  threshold: number;

  @Field(() => Int, { description: "The same where a country is in common." })
  thresholdWithCountry: number;

  @Field(() => [PolicyLinkType], { description: "Where policies are read." })
  links: PolicyLinkType[];

  @Field(() => Int, { description: "Grows with every change; hand it in when setting." })
  version: number;
}

@ObjectType("ScreeningListVersion", { description: "What a list said from one import to the next." })
export class ListVersionType {
  @Field(() => ID, { description: "Opaque id." })
  id: string;

  @Field(() => ScreeningListEnum, { description: "Which list." })
  list: ScreeningList;

  @Field(() => Int, { description: "Counts the imports of the list." })
  number: number;

  @Field(() => Boolean, { description: "Whether it is in force." })
  isCurrent: boolean;

  @Field(() => [String], { description: "Names of its files." })
  files: string[];

  @Field(() => Int, { description: "Parties." })
  entries: number;

  @Field(() => Int, { description: "Names of these parties, other ones included." })
  names: number;

  @Field(() => Int, { description: "Parties that the version before did not have." })
  added: number;

  @Field(() => Int, { description: "Parties of which it says something else." })
  changed: number;

  @Field(() => Int, { description: "Parties that it has no more." })
  gone: number;

  @Field(() => Date, { description: "When it was imported." })
  importedAt: Date;

  @Field(() => String, { description: "By whom." })
  importedBy: string;

  @Field(() => Date, {
    nullable: true,
    description: "When all customers whom it can touch had been found; null before.",
  })
  askedAt: Date | null;

  @Field(() => Int, { description: "Customers who were looked at again for it." })
  touched: number;
}

export function toListVersion(row: ListVersionRow): ListVersionType {
  const { list, number, isCurrent, files, entries, names, added, changed, gone, importedAt, importedBy, touched } = row;
  const facts = {
    list,
    number,
    isCurrent,
    files,
    entries,
    names,
    added,
    changed,
    gone,
    importedAt,
    importedBy,
    touched,
  };
  return Object.assign(new ListVersionType(), { id: encodeId("lsv", row.id), ...facts, askedAt: row.askedAt ?? null });
}

@InputType("ImportScreeningListInput", { description: "Files that were handed in by `POST /screening-files`." })
export class ImportListInputType {
  @Field(() => ScreeningListEnum, { description: "Which list they are." })
  list: ScreeningList;

  @Field(() => [ID], { description: "Ids of the files." })
  fileIds: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: "That more than a fifth of the parties shall go; without it such files are refused.",
  })
  isShrinkMeant?: boolean | null;
}

@ObjectType("ScreeningFileProblem", { description: "What is wrong with a file." })
export class FileProblemType {
  @Field(() => String, { description: "Name of the file." })
  file: string;

  @Field(() => Int, { nullable: true, description: "As people count its lines; null where it is about the file." })
  line: number | null;

  @Field(() => String, { description: "What, in the caller's language." })
  message: string;
}

@ObjectType("ImportScreeningListPayload", { description: "Result of an import." })
export class ImportListPayloadType {
  @Field(() => ListVersionType, { nullable: true, description: "The version in force; null when refused." })
  version: ListVersionType | null;

  @Field(() => Boolean, { description: "Whether it is new: the same files again change nothing." })
  isNew: boolean;

  @Field(() => [FileProblemType], { description: "What is wrong with the files, at most 100." })
  problems: FileProblemType[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("PolicyLinkInput", { description: "Where a policy or list is read." })
export class PolicyLinkInputType {
  @Field(() => String, { description: "What is read there." })
  title: string;

  @Field(() => String, { description: "Its address, beginning with https://." })
  url: string;
}

@InputType("SetScreeningSettingsInput", { description: "How customers are compared from now on." })
export class SetSettingsInputType {
  @Field(() => Int, { description: "Version of the settings as you have read them." })
  version: number;

  @Field(() => Int, { description: "A name this much alike, in thousandths, is a potential match: 500 to 1,000." })
  threshold: number;

  @Field(() => Int, { description: "The same where a country is in common, not more than without." })
  thresholdWithCountry: number;

  @Field(() => [PolicyLinkInputType], { description: "Where policies are read, at most 20." })
  links: PolicyLinkInputType[];
}

@ObjectType("ScreeningSettingsPayload", { description: "Result of setting how customers are compared." })
export class SettingsPayloadType {
  @Field(() => ScreeningSettingsType, { nullable: true, description: "The settings; null when refused." })
  settings: ScreeningSettingsType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
