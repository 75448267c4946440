import { factorKinds, type FactorKind } from "@tierline/shared/kinds.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import type { SecondFactorAsked } from "./ask-for-factor.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";

export const FactorKindEnum = enumOf<FactorKind>(factorKinds);
registerEnumType(FactorKindEnum, {
  name: "FactorKind",
  description: "With what one proves oneself besides the password.",
  valuesConfig: {
    TOTP: { description: "An app that gives a new code of six figures every 30 seconds (RFC 6238)." },
    PASSKEY: { description: "A passkey that a device or a browser keeps (WebAuthn)." },
  },
});

@ObjectType("Factor", { description: "One of a person's second factors." })
export class FactorType {
  @Field(() => ID, { description: "Opaque id." })
  id: string;

  @Field(() => FactorKindEnum, { description: "What it is." })
  kind: FactorKind;

  @Field(() => String, { description: "What the person calls it." })
  name: string;

  @Field(() => DateTimeScalar, { description: "Since when it is there." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used; null when it never was." })
  lastUsedAt: Date | null;
}

@ObjectType("OwnFactors", { description: "What one proves oneself with besides the password." })
export class OwnFactorsType {
  @Field(() => [FactorType], { description: "In the order in which they were added." })
  factors: FactorType[];

  @Field(() => Int, { description: "How many recovery codes are left of ten." })
  recoveryCodesLeft: number;

  @Field(() => Boolean, {
    description: "Whether one's role wants a second factor: the last one cannot be removed then.",
  })
  isRequired: boolean;
}

@ObjectType("SecondFactorAsked", { description: "What one proves oneself with, and a token for the proof." })
export class SecondFactorAskedType {
  @Field(() => String, { description: "For `completeSignIn` or `proveIdentity`; works until `expiresAt`." })
  token: string;

  @Field(() => [FactorKindEnum], { description: "What the person has; none where the password is all." })
  kinds: FactorKind[];

  @Field(() => String, {
    nullable: true,
    description: "For `navigator.credentials.get`, as JSON (WebAuthn, PublicKeyCredentialRequestOptionsJSON).",
  })
  passkeyOptions: string | null;

  @Field(() => DateTimeScalar, { description: "Until when the token works." })
  expiresAt: Date;
}

@ObjectType("IdentityProofPayload", { description: "What `proveIdentity` will want." })
export class IdentityProofPayloadType {
  @Field(() => SecondFactorAskedType, { description: "What one proves oneself with." })
  asked: SecondFactorAskedType;

  @Field(() => [UserErrorType], { description: "Always empty: whoever is signed in may begin." })
  userErrors: UserErrorType[];
}

export function toSecondFactorAsked({ challenge, kinds, passkeyOptions }: SecondFactorAsked): SecondFactorAskedType {
  const { token, expiresAt } = challenge;
  return { token, expiresAt, passkeyOptions, kinds: [...kinds] };
}

const codeText = "Six figures from an app, or a recovery code.";
const passkeyText = "What the browser says for a passkey, as JSON.";

@InputType("CompleteSignInInput", { description: "The second half of a sign-in: a code or a passkey." })
export class CompleteSignInInputType {
  @Field(() => String, { description: "The token of `signIn` or `startPasskeySignIn`." })
  token: string;

  @Field(() => String, { nullable: true, description: codeText })
  code?: string | null;

  @Field(() => String, { nullable: true, description: passkeyText })
  passkey?: string | null;
}

@InputType("ProveIdentityInput", {
  description: "A proof of who one is: a code or a passkey for who has a second factor, the password for who has none.",
})
export class ProveIdentityInputType {
  @Field(() => String, { nullable: true, description: "One's password." })
  password?: string | null;

  @Field(() => String, { nullable: true, description: codeText })
  code?: string | null;

  @Field(() => String, { nullable: true, description: "The token of `startIdentityProof`, with a passkey." })
  token?: string | null;

  @Field(() => String, { nullable: true, description: passkeyText })
  passkey?: string | null;
}

@ObjectType("PasskeyPayload", { description: "What a browser needs to make or to use a passkey." })
export class PasskeyPayloadType {
  @Field(() => String, {
    nullable: true,
    description: "To send back with what the browser says; works for five minutes.",
  })
  token: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For `navigator.credentials.create` or `get`, as JSON (WebAuthn).",
  })
  options: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("AddAuthenticatorInput", { description: "An app that gives codes." })
export class AddAuthenticatorInputType {
  @Field(() => String, { description: "What to call it, such as the phone that it is on." })
  name: string;
}

@ObjectType("AddAuthenticatorPayload", {
  description: "What the app needs. It is shown here and nowhere else, and counts for nothing until it was confirmed.",
})
export class AddAuthenticatorPayloadType {
  @Field(() => ID, { nullable: true, description: "For `confirmAuthenticator`." })
  id: string | null;

  @Field(() => String, { nullable: true, description: "The secret in base 32, for typing." })
  secret: string | null;

  @Field(() => String, { nullable: true, description: "The same as an otpauth: address, for a QR code." })
  address: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("ConfirmAuthenticatorInput", { description: "The app, and a code that it gives." })
export class ConfirmAuthenticatorInputType {
  @Field(() => ID, { description: "The id of `addAuthenticator`." })
  id: string;

  @Field(() => String, { description: "The six figures that the app shows." })
  code: string;
}

@InputType("AddPasskeyInput", { description: "A passkey that a browser has made." })
export class AddPasskeyInputType {
  @Field(() => String, { description: "The token of `startPasskeyRegistration`." })
  token: string;

  @Field(() => String, { description: "What to call it, such as the device that keeps it." })
  name: string;

  @Field(() => String, { description: passkeyText })
  passkey: string;
}

@InputType("RemoveFactorInput", { description: "Which factor." })
export class RemoveFactorInputType {
  @Field(() => ID, { description: "Id of one of your own factors." })
  id: string;
}

@ObjectType("FactorsPayload", { description: "One's factors after a change." })
export class FactorsPayloadType {
  @Field(() => OwnFactorsType, { nullable: true, description: "As they are now; null when refused." })
  factors: OwnFactorsType | null;

  @Field(() => [String], {
    description:
      "Ten codes that let one in once each when all devices are lost; shown here and nowhere else. Often empty.",
  })
  recoveryCodes: string[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
