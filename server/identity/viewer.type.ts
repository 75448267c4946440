import { encodeId } from "@tierline/shared/id.ts";
import { languageOf, type Language } from "@tierline/shared/language.ts";
import { roles, type Role } from "@tierline/shared/permission.ts";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { SecondFactorAskedType } from "./factor.type.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import type { OnBehalfOf, Viewer } from "../kernel/viewer.ts";
import { ResellerStateEnum } from "../resellers/reseller.type.ts";
import type { UserRow } from "./user.entity.ts";

export const RoleEnum = enumOf<Role>(roles);
registerEnumType(RoleEnum, {
  name: "Role",
  description: "A named set of permissions.",
  valuesConfig: {
    OPERATOR: { description: "Runs the installation; may do everything." },
    RESELLER_OWNER: { description: "Runs a reseller, with its catalog, inventory and prices." },
    AGENT: { description: "Serves customers in the shop or on the phone." },
    ACCOUNT_ADMIN: { description: "Administers a customer: sees that customer, and to its people and contacts." },
    CUSTOMER_USER: { description: "A customer's own user: sees that customer and nothing else." },
    MEMBER: { description: "Of a reseller's staff: may what the reseller's own roles give, and nothing else." },
  },
});

/** The schema's spelling of a language, which is the language's tag in capitals. */
export const LanguageEnum = { EN: "en", FR: "fr", DE: "de", PT: "pt" } as const satisfies Record<
  Uppercase<Language>,
  Language
>;
registerEnumType(LanguageEnum, {
  name: "Language",
  description: "A language in which the server says what it has to say.",
  valuesConfig: {
    EN: { description: "English." },
    FR: { description: "French." },
    DE: { description: "German." },
    PT: { description: "Portuguese, as in Brazil." },
  },
});

@ObjectType("User", { implements: NodeType, description: "A person who can sign in." })
export class UserType extends NodeType {
  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, { description: "The e-mail address that the person signs in with." })
  email: string;

  @Field(() => RoleEnum, { description: "The person's role." })
  role: Role;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: "In which language the person is answered; null leaves it to each request's Accept-Language.",
  })
  language: Language | null;
}

type UserFacts = Pick<UserRow, "id" | "name" | "email" | "role" | "locale">;

export function toUser({ id, name, email, role, locale }: UserFacts): UserType {
  return Object.assign(new UserType(), {
    id: encodeId("usr", id),
    name,
    email,
    role,
    language: languageOf(locale),
  });
}

const OnBehalfOfKind = { RESELLER: "RESELLER", USER: "USER" } as const;
registerEnumType(OnBehalfOfKind, {
  name: "OnBehalfOfKind",
  description: "What kind of somebody is acted for.",
  valuesConfig: {
    RESELLER: { description: "A reseller below one's own." },
    USER: { description: "Another user." },
  },
});

@ObjectType("OnBehalfOf", { description: "Whom the viewer acts for; what they do is told with both names." })
export class OnBehalfOfType {
  @Field(() => OnBehalfOfKind, { description: "What kind of somebody." })
  kind: OnBehalfOf["kind"];

  @Field(() => ID, { description: "Id of that user or reseller." })
  id: string;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => Boolean, { description: "True while one only looks: then nothing can be changed." })
  isReadOnly: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ends by itself; null when it does not." })
  until: Date | null;

  @Field(() => Boolean, {
    description:
      "True once it is over: everything is refused with ACTING_ENDED until `stopActing`, or until it is begun anew.",
  })
  hasEnded: boolean;
}

export function toOnBehalfOf(onBehalfOf: OnBehalfOf): OnBehalfOfType {
  const { kind, name } = onBehalfOf;
  if (onBehalfOf.kind === "RESELLER") {
    return { kind, id: encodeId("rsl", onBehalfOf.id), name, isReadOnly: false, until: null, hasEnded: false };
  }
  const { mode, until, hasEnded } = onBehalfOf;
  return { kind, id: encodeId("usr", onBehalfOf.id), name, isReadOnly: mode === "READ", until, hasEnded };
}

@ObjectType("WithheldBy", {
  description: "A reseller whose state leaves its people, and all below, less than their roles give.",
})
export class WithheldByType {
  @Field(() => ResellerStateEnum, {
    description: "PENDING: not activated yet. SUSPENDED: neither creates nor changes.",
  })
  state: ResellerState;

  @Field(() => TierNodeType, { description: "The reseller: the viewer's own, or one above it." })
  reseller: TierNodeType;
}

@ObjectType("Viewer", { description: "Who asks, from which place in the tree and with which rights." })
export class ViewerType {
  /** Not part of the contract: what field resolvers read. */
  viewer: Viewer;

  @Field(() => UserType, { description: "The signed-in person." })
  user: UserType;

  @Field(() => [String], { description: "The permissions held at this moment, such as `order.place`." })
  permissions: string[];

  @Field(() => OnBehalfOfType, {
    nullable: true,
    description:
      "Set while the viewer works in the place of another: of a reseller named by the header tierline-on-behalf-of, or of the user of `startActingAs`.",
  })
  onBehalfOf: OnBehalfOfType | null;

  @Field(() => Boolean, {
    description:
      "True for whose role wants a second factor and who has none: until they set one up they may do nothing else.",
  })
  mustSetUpFactor: boolean;

  @Field(() => Boolean, {
    description: "True for whose password was made for them: until they set one of their own they may do nothing else.",
  })
  mustChangePassword: boolean;

  @Field(() => Boolean, { description: "True in the demo world, whose passwords everybody knows." })
  demo: boolean;

  @Field(() => Boolean, { description: "True when the lab, a demo network, stands in for a real one." })
  lab: boolean;

  @Field(() => DateTimeScalar, {
    description: "The server's time, so that countdowns do not depend on the reader's clock.",
  })
  serverTime: Date;
}

@InputType("SignInInput", { description: "What one signs in with." })
export class SignInInputType {
  @Field(() => String, { description: "E-mail address, in any case." })
  email: string;

  @Field(() => String, { description: "Password." })
  password: string;

  @Field(() => String, {
    nullable: true,
    description: "Key of the reseller, for who has accounts at several with one e-mail address.",
  })
  resellerKey?: string | null;
}

@ObjectType("SignInPayload", { description: "Result of `signIn`. The session is in an HttpOnly cookie." })
export class SignInPayloadType {
  @Field(() => ViewerType, {
    nullable: true,
    description: "Who is signed in now; null when refused, or when a second factor is wanted.",
  })
  viewer: ViewerType | null;

  @Field(() => SecondFactorAskedType, {
    nullable: true,
    description: "Set when the password was right and `completeSignIn` has to bring a second factor.",
  })
  secondFactor: SecondFactorAskedType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("SetLanguageInput", { description: "Which language one wants to be answered in." })
export class SetLanguageInputType {
  @Field(() => LanguageEnum, {
    nullable: true,
    description: "The language; null leaves it to each request's Accept-Language.",
  })
  language?: Language | null;
}

@ObjectType("SetLanguagePayload", { description: "Result of `setLanguage`." })
export class SetLanguagePayloadType {
  @Field(() => UserType, { description: "The signed-in person, with the language as it is now." })
  user: UserType;

  @Field(() => [UserErrorType], { description: "Always empty: every language that can be named is spoken." })
  userErrors: UserErrorType[];
}

@ObjectType("SignOutPayload", { description: "Result of `signOut`." })
export class SignOutPayloadType {
  @Field(() => [UserErrorType], { description: "Always empty." })
  userErrors: UserErrorType[];
}
