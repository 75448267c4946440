import type { Sentence, Words } from "@tierline/shared/sentence.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { PlannedTaskType } from "../provisioning/planned-task.type.ts";
import type { PlaybookRow, PlaybookVersionRow } from "../provisioning/playbook.entity.ts";
import type { TaskKind } from "../provisioning/run.entity.ts";
import { TaskKindEnum } from "../provisioning/run.enums.ts";
import { PlaybookFormatEnum, type PlaybookFormat } from "./playbook.enums.ts";

@ObjectType("PlaybookVersion", {
  implements: NodeType,
  description: "One version of a playbook. It never changes: a run stays with the version it began with.",
})
export class PlaybookVersionType extends NodeType {
  @Field(() => Int, { description: "Counts from 1." })
  version: number;

  @Field(() => String, { description: "The document as it was saved." })
  document: string;

  @Field(() => PlaybookFormatEnum, { description: "How it is written." })
  format: PlaybookFormat;

  @Field(() => Date, { description: "When it was saved." })
  createdAt: Date;

  @Field(() => String, { description: "Who saved it." })
  createdBy: string;

  @Field(() => String, { nullable: true, description: "Why, in their words." })
  note: string | null;
}

export function toVersion(row: PlaybookVersionRow): PlaybookVersionType {
  const { number: version, document, format, createdAt, createdBy, note = null } = row;
  return Object.assign(new PlaybookVersionType(), {
    id: encodeId("pbv", row.id),
    version,
    document,
    format,
    createdAt,
    createdBy,
    note,
  });
}

@ObjectType("Playbook", {
  implements: NodeType,
  description: "A way to provision, as a document that an operator edits.",
})
export class PlaybookType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: PlaybookRow;

  @Field(() => String, { description: "Names it for good." })
  key: string;

  @Field(() => String, { description: "What people call it." })
  title: Words;

  @Field(() => String, { description: "When and for what it is used." })
  description: Words;

  @Field(() => Int, { description: "Number of the newest version, which new runs take." })
  latestVersion: number;
}

export function toPlaybook(row: PlaybookRow): PlaybookType {
  const { key, title, description, latestVersion } = row;
  return Object.assign(new PlaybookType(), {
    row,
    id: encodeId("pbk", row.id),
    key,
    title,
    description,
    latestVersion,
  });
}

@ObjectType("PlaybookConnection", { description: "A page of playbooks by key." })
export class PlaybookConnectionType extends connectionOf("Playbook", () => PlaybookType) {}

@ObjectType("PlaybookProblem", { description: "Something wrong with a playbook." })
export class PlaybookProblemType {
  @Field(() => String, { description: "What is wrong, and what would be right." })
  message: Sentence;

  @Field(() => String, { nullable: true, description: "The way to the place, e.g. tasks.3.input.account." })
  path: string | null;

  @Field(() => Int, { nullable: true, description: "Line in the text, from 1." })
  line: number | null;

  @Field(() => Int, { nullable: true, description: "Column in the text, from 1." })
  column: number | null;
}

@ObjectType("PlaybookAction", { description: "Something that a task can do." })
export class PlaybookActionType {
  @Field(() => String, { description: "How playbooks name it." })
  key: string;

  @Field(() => String, { description: "What people call it." })
  title: Words;

  @Field(() => String, { description: "What it does." })
  description: Words;

  @Field(() => TaskKindEnum, { description: "How it is done." })
  kind: TaskKind;

  @Field(() => String, {
    nullable: true,
    description: "Key of the connector it works through; null when it works within Tierline.",
  })
  connector: string | null;

  @Field(() => String, { description: "What it takes, as JSON Schema." })
  inputSchema: string;

  @Field(() => [String], { description: "What later tasks may read of it." })
  outputs: string[];

  @Field(() => Boolean, { description: "Whether rolling back undoes it." })
  hasUndo: boolean;

  @Field(() => Boolean, { description: "Whether it can be asked what became of it after an answer was lost." })
  hasVerify: boolean;
}

@ObjectType("PlaybookVariable", { description: "A value that every run is given." })
export class PlaybookVariableType {
  @Field(() => String, { description: "Its path; a * stands for any one word." })
  key: string;

  @Field(() => String, { description: "What it is." })
  description: Sentence;

  @Field(() => Boolean, {
    description: "Whether its value is kept from people. Secrets are made by tasks and are no variables.",
  })
  isSecret: boolean;
}

@ObjectType("PlaybookLanguage", { description: "Everything a playbook can be written with." })
export class PlaybookLanguageType {
  @Field(() => [PlaybookActionType], { description: "What tasks can do." })
  actions: PlaybookActionType[];

  @Field(() => [PlaybookVariableType], { description: "What inputs may name." })
  variables: PlaybookVariableType[];

  @Field(() => String, { description: "The form of the document, as JSON Schema." })
  jsonSchema: string;
}

@InputType("SavePlaybookInput", { description: "A new version of a playbook." })
export class SavePlaybookInput {
  @Field(() => String, { description: "Key of the playbook; the document bears the same." })
  key: string;

  @Field(() => Int, {
    description: "The version it was made from; 0 for a new playbook. Another newest one is refused with STALE.",
  })
  baseVersion: number;

  @Field(() => PlaybookFormatEnum, { description: "How the document is written." })
  format: PlaybookFormat;

  @Field(() => String, { description: "The whole document." })
  document: string;

  @Field(() => String, { nullable: true, description: "Why it is changed." })
  note?: string | null;
}

@ObjectType("SavePlaybookPayload", { description: "The playbook with its new version, or why there is none." })
export class SavePlaybookPayload {
  @Field(() => PlaybookType, { nullable: true, description: "The playbook; null when refused." })
  playbook: PlaybookType | null;

  @Field(() => [PlaybookProblemType], { description: "What is wrong with the document; empty when it was saved." })
  problems: PlaybookProblemType[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was saved." })
  userErrors: UserErrorType[];
}

@InputType("ValidatePlaybookInput", { description: "A document to be checked." })
export class ValidatePlaybookInput {
  @Field(() => PlaybookFormatEnum, { description: "How it is written." })
  format: PlaybookFormat;

  @Field(() => String, { description: "The whole document." })
  document: string;
}

@ObjectType("ValidatePlaybookPayload", { description: "What was found. Nothing was written." })
export class ValidatePlaybookPayload {
  @Field(() => [PlaybookProblemType], { description: "What is wrong with it; empty when it can be saved." })
  problems: PlaybookProblemType[];

  @Field(() => [PlannedTaskType], {
    description: "Its tasks in an order of their needs; empty when there are problems.",
  })
  tasks: PlannedTaskType[];

  @Field(() => [UserErrorType], { description: "Always empty: problems of the document are no refusals." })
  userErrors: UserErrorType[];
}
