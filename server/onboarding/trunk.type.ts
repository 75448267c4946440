import { encodeId } from "@tierline/shared/id.ts";
import { transports, type Transport } from "@tierline/shared/onboarding.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { sipAnswerStates, type SipAnswer, type SipAnswerState } from "@tierline/shared/sip-answer.ts";
import type { PbxTrunkRow } from "./trunk.entity.ts";

export const SipTransportEnum = enumOf(transports);
registerEnumType(SipTransportEnum, {
  name: "SipTransport",
  description: "By what SIP is carried.",
  valuesConfig: {
    TCP: { description: "TCP; the usual one." },
    UDP: { description: "UDP." },
    TLS: { description: "TLS over TCP: the PBX shows a certificate that is trusted and bears its name or address." },
  },
});

export const TrunkAnswerStateEnum = enumOf(sipAnswerStates);
registerEnumType(TrunkAnswerStateEnum, {
  name: "TrunkAnswerState",
  description: "What came of asking a PBX whether it is there (SIP OPTIONS, RFC 3261, 11).",
  valuesConfig: {
    REACHED: { description: "It answered in SIP, whatever it said." },
    REFUSED_SIGN_IN: { description: "It is there and did not take the user and the password." },
    NO_ANSWER: { description: "Nothing came back in time." },
    CONNECTION_REFUSED: { description: "Nobody listens at that port." },
    NAME_NOT_FOUND: { description: "No name server knows the host name." },
    ADDRESS_NOT_ALLOWED: { description: "A private address, which this installation does not call." },
    TLS_UNTRUSTED: { description: "Its certificate is not trusted, has run out, or bears another name." },
    TLS_FAILED: { description: "No TLS connection came about." },
    NOT_SIP: { description: "Something answered that is not SIP." },
  },
});

@ObjectType("TrunkAnswer", { description: "What came of asking a PBX whether it is there." })
export class TrunkAnswerType {
  @Field(() => TrunkAnswerStateEnum, { description: "What came of it." })
  state: SipAnswerState;

  @Field(() => Int, { nullable: true, description: "The status of its response, 100 to 699; null without one." })
  statusCode: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What it calls itself, or what the network said of the failure; null for neither.",
  })
  detail: string | null;

  @Field(() => Int, { nullable: true, description: "Milliseconds from the request to the response; null without one." })
  roundTripMs: number | null;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  askedAt: Date;
}

@ObjectType("PbxTrunk", { implements: NodeType, description: "The way to a customer's PBX (MX-ONE's trunk form)." })
export class PbxTrunkType implements NodeType {
  id: string;

  @Field(() => String, { description: "IP address or host name of the PBX." })
  ipAddress: string;

  @Field(() => Int, { description: "Port of SIP, 1 to 65535." })
  sipPort: number;

  @Field(() => SipTransportEnum, { description: "By what SIP is carried." })
  transport: Transport;

  @Field(() => String, { description: "What is to be known of it, 255 characters at most; may be empty." })
  description: string;

  @Field(() => Int, { nullable: true, description: "Whom the PBX serves; null where nobody has said." })
  users: number | null;

  @Field(() => String, { description: "As whom one signs in at the PBX; empty: without signing in." })
  pbxUser: string;

  @Field(() => String, { description: "As whom the PBX signs in at the gateway; may be empty." })
  gatewayUser: string;

  @Field(() => Boolean, { description: "A password for the PBX is kept. It cannot be read back." })
  hasPbxPassword: boolean;

  @Field(() => Boolean, { description: "A password for the gateway is kept. It cannot be read back." })
  hasGatewayPassword: boolean;

  @Field(() => TrunkAnswerType, {
    nullable: true,
    description: "What came of asking it last; null when it was not asked since it was changed.",
  })
  answer: TrunkAnswerType | null;

  @Field(() => Int, { description: "Which version this is; hand it in when updating." })
  version: number;
}

export function toTrunk(row: PbxTrunkRow): PbxTrunkType {
  const { ipAddress, sipPort, transport, description, pbxUser, gatewayUser, version } = row;
  return Object.assign(new PbxTrunkType(), {
    id: encodeId("pbx", row.id),
    ipAddress,
    sipPort,
    transport,
    description,
    users: row.users ?? null,
    pbxUser,
    gatewayUser,
    hasPbxPassword: row.sealedPbxPassword != null,
    hasGatewayPassword: row.sealedGatewayPassword != null,
    answer: answerOf(row.answer ?? null, row.askedAt ?? null),
    version,
  });
}

function answerOf(answer: SipAnswer | null, askedAt: Date | null): TrunkAnswerType | null {
  return answer === null || askedAt === null ? null : Object.assign(new TrunkAnswerType(), { ...answer, askedAt });
}

@InputType("PbxTrunkInput", { description: "A trunk as it shall be: what is left out is emptied." })
export class PbxTrunkInputType {
  @Field(() => String, { description: "IP address or host name of the PBX." })
  ipAddress: string;

  @Field(() => Int, { nullable: true, description: "Port of SIP, 1 to 65535; left out: 5060, with TLS 5061." })
  sipPort?: number | null;

  @Field(() => SipTransportEnum, { nullable: true, description: "By what SIP is carried; left out: TCP." })
  transport?: Transport | null;

  @Field(() => String, { nullable: true, description: "What is to be known of it, 255 characters at most." })
  description?: string | null;

  @Field(() => Int, { nullable: true, description: "Whom the PBX serves." })
  users?: number | null;

  @Field(() => String, { nullable: true, description: "As whom one signs in at the PBX." })
  pbxUser?: string | null;

  @Field(() => String, { nullable: true, description: "As whom the PBX signs in at the gateway." })
  gatewayUser?: string | null;
}

@InputType("UpdatePbxTrunkInput", { description: "A trunk as it shall be." })
export class UpdatePbxTrunkInputType {
  @Field(() => ID, { description: "Of the trunk." })
  id: string;

  @Field(() => Int, { description: "The version that was read; STALE when somebody has changed it since." })
  version: number;

  @Field(() => PbxTrunkInputType, { description: "All of it but the passwords." })
  trunk: PbxTrunkInputType;

  @Field(() => String, {
    nullable: true,
    description:
      "With which one signs in at the PBX; left out: as it was, and REQUIRED when one is kept and the address is another; empty: none. 128 characters at most.",
  })
  pbxPassword?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "With which the PBX signs in at the gateway; left out: as it was; empty: none. 128 characters at most.",
  })
  gatewayPassword?: string | null;
}

@InputType("AskPbxInput", { description: "Which PBX is asked." })
export class AskPbxInputType {
  @Field(() => ID, { description: "Of its trunk." })
  id: string;
}

@ObjectType("PbxTrunkPayload", { description: "Result of what is done with a trunk." })
export class PbxTrunkPayloadType {
  @Field(() => PbxTrunkType, { nullable: true, description: "As it is now; null when refused." })
  trunk: PbxTrunkType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
