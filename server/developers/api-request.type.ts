import { encodeId } from "@tierline/shared/id.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { operationKinds, type ApiRequestRow, type OperationKind } from "./api-request.entity.ts";

const OperationKindEnum = enumOf<OperationKind>(operationKinds);
registerEnumType(OperationKindEnum, {
  name: "OperationKind",
  description: "What an operation does.",
  valuesConfig: {
    QUERY: { description: "It reads." },
    MUTATION: { description: "It changes." },
    SUBSCRIPTION: { description: "It watches." },
  },
});

@ObjectType("ApiRequest", { description: "One request of a program: what was asked for, never with which values." })
export class ApiRequestType {
  /** Not part of the contract: what field resolvers read. */
  row: ApiRequestRow;

  @Field(() => ID, { description: "Its own id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When it came in." })
  at: Date;

  @Field(() => OperationKindEnum, { nullable: true, description: "What it did; null when it was not read so far." })
  kind: OperationKind | null;

  @Field(() => String, { nullable: true, description: "The name of the operation, where its document gives one." })
  operation: string | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the document, in hexadecimal digits." })
  documentHash: string | null;

  @Field(() => Int, { description: "What it cost, in points." })
  cost: number;

  @Field(() => Int, { description: "The status of its answer; of a subscription, that of its beginning." })
  status: number;

  @Field(() => [String], { description: "Codes of errors and refusals in the answer." })
  codes: string[];

  @Field(() => Int, { description: "How long it took, in milliseconds." })
  durationMs: number;

  @Field(() => String, { description: "The address that it came from." })
  ip: string;

  @Field(() => String, { description: "Its id in errors and in the operator's log." })
  requestId: string;
}

export function toApiRequest(row: ApiRequestRow): ApiRequestType {
  const { at, kind, operation, documentHash, cost, status, codes, durationMs, ip, requestId } = row;
  return Object.assign(new ApiRequestType(), {
    row,
    id: encodeId("rqt", row.id),
    at,
    kind: kind ?? null,
    operation: operation ?? null,
    documentHash: documentHash ?? null,
    cost,
    status,
    codes,
    durationMs,
    ip,
    requestId,
  });
}

@ObjectType("ApiRequestConnection", { description: "A page of requests." })
export class ApiRequestConnectionType extends connectionOf("ApiRequest", () => ApiRequestType) {}

@InputType("ApiRequestFilter", { description: "Which requests; all conditions must hold." })
export class ApiRequestFilterInput {
  @Field(() => ID, { nullable: true, description: "Of this program." })
  clientId?: string | null;

  @Field(() => ID, { nullable: true, description: "By this key of a program." })
  keyId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: those with an error or a refusal; false: those without.",
  })
  hasFailed?: boolean | null;

  @Field(() => String, { nullable: true, description: "The name of the operation, in its own letters." })
  operation?: string | null;
}
