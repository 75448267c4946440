import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Words } from "@tierline/shared/sentence.ts";
import type { HealthState } from "../kernel/connector.ts";
import { NodeType } from "../kernel/node.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { ConnectorMode } from "./settings.ts";

export const HealthStateEnum: Record<HealthState, HealthState> = {
  OK: "OK",
  DEGRADED: "DEGRADED",
  FAILED: "FAILED",
  NOT_APPLICABLE: "NOT_APPLICABLE",
};
registerEnumType(HealthStateEnum, {
  name: "HealthState",
  description: "Whether something works.",
  valuesConfig: {
    OK: { description: "It answers as it should." },
    DEGRADED: { description: "It answers, but slowly or only in part." },
    FAILED: { description: "It does not answer, or says that something is wrong." },
    NOT_APPLICABLE: { description: "There is nothing to ask: not installed, not set up or not needed." },
  },
});

const ConnectorModeEnum: Record<ConnectorMode, ConnectorMode> = { LAB: "LAB", REAL: "REAL" };
registerEnumType(ConnectorModeEnum, {
  name: "ConnectorMode",
  description: "What stands on the other side of a connector.",
  valuesConfig: {
    LAB: { description: "The demo network that comes with Tierline." },
    REAL: { description: "The network element that the settings name." },
  },
});

@ObjectType("ConnectorSetting", { description: "One setting of a connector." })
export class ConnectorSettingType {
  @Field(() => String, { description: "Names the setting." })
  key: string;

  @Field(() => String, { description: "What it is called, in English." })
  label: Words;

  @Field(() => String, {
    nullable: true,
    description:
      "The stored value; null for a secret, for one that is not set, and for those who may not edit connectors.",
  })
  value: string | null;

  @Field(() => Boolean, { description: "True for what is stored encrypted and never shown again." })
  isSecret: boolean;

  @Field(() => Boolean, { description: "True when a value is stored; else the connector's default holds." })
  isSet: boolean;
}

@ObjectType("Connector", { implements: NodeType, description: "Our side of one kind of outside system." })
export class ConnectorType extends NodeType {
  @Field(() => String, {
    description: "Names it in playbooks and logs: ocs, register, radius, sip, mail, http, ansible.",
  })
  key: string;

  @Field(() => String, { description: "What people call it." })
  title: Words;

  @Field(() => String, { description: "What is spoken with it." })
  protocol: Words;

  @Field(() => ConnectorModeEnum, { description: "Whether it leads to the demo network or to a real one." })
  mode: ConnectorMode;

  @Field(() => String, {
    description: "Host and port, without credentials; empty when not set up and for those who may not edit connectors.",
  })
  endpoint: string;

  @Field(() => HealthStateEnum, { description: "The last known health." })
  health: HealthState;

  @Field(() => String, { description: "What answered, or why nothing did." })
  healthMessage: Words;

  @Field(() => Date, { nullable: true, description: "When it was last asked; null when it never was." })
  checkedAt: Date | null;

  @Field(() => Int, { nullable: true, description: "How long the answer took, in milliseconds; null without one." })
  latencyMs: number | null;

  @Field(() => [ConnectorSettingType], { description: "Everything that can be set, whether it is or not." })
  settings: ConnectorSettingType[];

  @Field(() => Int, {
    description:
      "How many rows of imports may be under way there at once. What people do one by one waits for none of them.",
  })
  bulkRowsAtOnce: number;

  @Field(() => Int, { description: "Grows with every change of the settings; hand it in to change them." })
  version: number;
}

@InputType("ConnectorSettingInput", { description: "A new value of one setting." })
export class ConnectorSettingInput {
  @Field(() => String, { description: "Key of the setting." })
  key: string;

  @Field(() => String, { nullable: true, description: "The value; null goes back to the default." })
  value?: string | null;
}

@InputType("UpdateConnectorInput", { description: "How a connector shall be reached from now on." })
export class UpdateConnectorInput {
  @Field(() => String, { description: "Key of the connector." })
  key: string;

  @Field(() => Int, { description: "The version that was read; another one in between makes it STALE." })
  version: number;

  @Field(() => ConnectorModeEnum, { nullable: true, description: "Lab or real; absent leaves it as it is." })
  mode?: ConnectorMode | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many rows of imports may be under way there at once, 1 to 20; absent leaves it as it is.",
  })
  bulkRowsAtOnce?: number | null;

  @Field(() => [ConnectorSettingInput], { description: "The settings to change; all others stay." })
  settings: ConnectorSettingInput[];
}

@ObjectType("UpdateConnectorPayload", { description: "The connector after the change, or why it was not changed." })
export class UpdateConnectorPayload {
  @Field(() => ConnectorType, { nullable: true, description: "The connector; null when refused." })
  connector: ConnectorType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}

@InputType("CheckConnectorInput", { description: "Which connector to ask." })
export class CheckConnectorInput {
  @Field(() => String, { description: "Key of the connector." })
  key: string;
}

@ObjectType("CheckConnectorPayload", { description: "The connector with the health that was just found." })
export class CheckConnectorPayload {
  @Field(() => ConnectorType, { nullable: true, description: "The connector." })
  connector: ConnectorType | null;

  @Field(() => [UserErrorType], { description: "Always empty: what is wrong with it is its health." })
  userErrors: UserErrorType[];
}
