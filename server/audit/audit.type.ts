import { encodeId, idPrefixes, type IdNoun } from "@tierline/shared/id.ts";
import type { Channel } from "@tierline/shared/kinds.ts";
import { Field, ID, ObjectType } from "type-graphql";
import type { Words } from "@tierline/shared/sentence.ts";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import type { AuditRow } from "./audit.entity.ts";

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
  description: "Who changed what, when and how. Entries are added and never changed.",
})
export class AuditEntryType extends NodeType {
  /** Not part of the contract: what the page's cursors are made of. */
  row: AuditRow;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: Date;

  @Field(() => String, { description: "Name of the person or system that did it." })
  actor: string;

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

  @Field(() => [FieldChangeType], { description: "What changed, field by field." })
  changes: FieldChangeType[];
}

export function toAuditEntry(row: AuditRow): AuditEntryType {
  const { at, actor, onBehalfOf, channel, operation, subject, note, requestId, changes } = row;
  return Object.assign(new AuditEntryType(), {
    row,
    id: encodeId("aud", row.id),
    subjectId: row.subjectId == null ? null : encodeId(idPrefixes[row.subjectKind as IdNoun], row.subjectId),
    at,
    actor,
    onBehalfOf,
    channel,
    operation,
    subject,
    note,
    requestId,
    changes,
  });
}

/** A page whose total is counted only when it is asked for. */
@ObjectType("AuditEntryConnection", { description: "A page of the audit trail, newest first." })
export class AuditEntryConnectionType extends connectionOf("AuditEntry", () => AuditEntryType) {
  /** Not part of the contract: whose trail it is, for counting. */
  trail: string;

  @Field(() => TotalCountType, { description: "How many entries there are." })
  totalCount: TotalCountType;
}
