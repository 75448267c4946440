import { encodeId, idPrefixes, type IdNoun } from "@tierline/shared/id.ts";
import type { AuditOutcome, Channel } from "@tierline/shared/kinds.ts";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Words } from "@tierline/shared/sentence.ts";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { systemViewer } from "../kernel/viewer.ts";
import type { AuditRow } from "./audit.entity.ts";

export const AuditOutcomeEnum = { DONE: "DONE", REFUSED: "REFUSED" } as const;
registerEnumType(AuditOutcomeEnum, {
  name: "AuditOutcome",
  description: "Whether what was attempted came to be.",
  valuesConfig: {
    DONE: { description: "It was done." },
    REFUSED: { description: "It was refused, and nothing was changed." },
  },
});

@ObjectType("FieldChange", { description: "One field before and after." })
export class FieldChangeType {
  @Field(() => String, { description: "Name of the field." })
  field: string;

  @Field(() => String, { nullable: true, description: "What it was; null when it was empty or not there." })
  before: string | null;

  @Field(() => String, { nullable: true, description: "What it became; null when it is empty or gone." })
  after: string | null;
}

@ObjectType("AuditEntry", {
  implements: NodeType,
  description: "Who changed what, or was refused to, when and how. Entries are added and never changed.",
})
export class AuditEntryType extends NodeType {
  /** Not part of the contract: what the page's cursors are made of. */
  row: AuditRow;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: Date;

  @Field(() => String, { description: "Name of the person or system that did it." })
  actor: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of that person or program; null for the system and for nobody known.",
  })
  actorId: string | null;

  @Field(() => String, { nullable: true, description: "For whom the actor acted, when for someone else." })
  onBehalfOf: string | null;

  @Field(() => ChannelEnum, { description: "Through what it came in." })
  channel: Channel;

  @Field(() => String, { description: "The verb, e.g. `customer.update`." })
  operation: string;

  @Field(() => String, { description: "What it was done to, as it was called then." })
  subject: Words;

  @Field(() => ID, { nullable: true, description: "Id of what it was done to, where it has one." })
  subjectId: string | null;

  @Field(() => String, { nullable: true, description: "What the actor wrote with it." })
  note: Words | null;

  @Field(() => String, { nullable: true, description: "Id of the request, as it stands in the log." })
  requestId: string | null;

  @Field(() => String, { nullable: true, description: "Address from which it came, where a request began it." })
  ip: string | null;

  @Field(() => AuditOutcomeEnum, { description: "Whether it was done." })
  outcome: AuditOutcome;

  @Field(() => String, { nullable: true, description: "Why it was refused, e.g. FORBIDDEN. Null for what was done." })
  code: string | null;

  @Field(() => Int, {
    description: "How many equal attempts of one minute the entry stands for; more than 1 only for what was refused.",
  })
  attempts: number;

  @Field(() => [FieldChangeType], { description: "What changed, field by field." })
  changes: FieldChangeType[];
}

export function toAuditEntry(row: AuditRow): AuditEntryType {
  const { at, actor, onBehalfOf, channel, operation, subject, note, requestId, changes } = row;
  const { ip, outcome, code, attempts } = row;
  return Object.assign(new AuditEntryType(), {
    row,
    id: encodeId("aud", row.id),
    actorId: row.actorId === systemViewer.userId ? null : encodeId("usr", row.actorId),
    subjectId: row.subjectId == null ? null : encodeId(idPrefixes[row.subjectKind as IdNoun], row.subjectId),
    at,
    actor,
    onBehalfOf,
    channel,
    operation,
    subject,
    note,
    requestId,
    ip,
    outcome,
    code,
    attempts,
    changes,
  });
}

/** A page whose total is counted only when it is asked for. */
@ObjectType("AuditEntryConnection", { description: "A page of the audit trail, newest first." })
export class AuditEntryConnectionType extends connectionOf("AuditEntry", () => AuditEntryType) {
  /** Not part of the contract: whose trail it is, for counting, or how to count. */
  trail: string;
  countAll?: () => Promise<TotalCountType>;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "How far back was searched when the page ended before it was full: there may be more behind its `endCursor`. Null otherwise.",
  })
  searchedBackTo: Date | null;

  @Field(() => TotalCountType, { description: "How many entries there are." })
  totalCount: TotalCountType;
}
