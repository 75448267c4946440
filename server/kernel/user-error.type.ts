import { userErrorCodes, type UserErrorCode } from "@tierline/shared/user-error-code.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { Rejection, type Refusal } from "./rejection.ts";

const UserErrorCodeEnum = Object.fromEntries(Object.keys(userErrorCodes).map((code) => [code, code])) as Record<
  UserErrorCode,
  UserErrorCode
>;
registerEnumType(UserErrorCodeEnum, {
  name: "UserErrorCode",
  description: "Why a request was refused. The list grows; treat an unknown code as INVALID.",
  valuesConfig: Object.fromEntries(
    Object.entries(userErrorCodes).map(([code, description]) => [code, { description }]),
  ),
});

@InterfaceType("UserError", {
  description: "An expected refusal. Nothing was changed.",
  resolveType: (value: { typeName?: string }) => value.typeName ?? "RuleError",
})
export abstract class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: "What kind of refusal it is, for programs." })
  code: UserErrorCode;

  @Field(() => String, { description: "What, why and what next, for people: in the language of the request." })
  message: Sentence;

  @Field(() => String, {
    description:
      "Names the sentence in `message`, e.g. item.taken: stable, for who wants to say it in other words or another language.",
  })
  messageKey: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The input field it concerns, e.g. ["contacts", "0", "email"].',
  })
  path: string[] | null;
}

@ObjectType("RuleError", { implements: UserErrorType, description: "A refusal that carries no further data." })
export class RuleErrorType extends UserErrorType {}

/** A refusal as GraphQL shows it; `data` becomes the fields of the type named `typeName`. */
export function toUserError(refusal: Refusal): UserErrorType {
  const { code, message, path, typeName, data } = refusal;
  return {
    code,
    message,
    messageKey: message.key,
    path: path === undefined ? null : [...path],
    ...(typeName === undefined ? {} : { typeName, ...data }),
  };
}

/** Runs a verb; its refusal becomes the payload's `userErrors`, anything else goes on to the top level. */
export async function answered<P extends object, E extends object = P>(
  verb: () => Promise<P>,
  empty: E,
): Promise<(P | E) & { userErrors: UserErrorType[] }> {
  try {
    return { ...(await verb()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { ...empty, userErrors: error.refusals.map(toUserError) };
  }
}
