import { signUpAsks, type SignUpAsk } from "@tierline/shared/sign-up.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { AddressInputType } from "../customers/customer.input.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";

export const SignUpAskEnum = enumOf<SignUpAsk>(signUpAsks);
registerEnumType(SignUpAskEnum, {
  name: "SignUpAsk",
  description: "Whether whoever signs up is asked for something.",
  valuesConfig: {
    OFF: { description: "Not asked for." },
    OPTIONAL: { description: "Asked for; may be left out." },
    REQUIRED: { description: "Has to be said." },
  },
});

@ObjectType("SignUpForm", {
  description:
    "What people are asked who sign up as a reseller's customers, besides name, e-mail, password and country.",
})
export class SignUpFormType {
  @Field(() => Boolean, { description: "Whether people may sign up at all." })
  isOpen: boolean;

  @Field(() => SignUpAskEnum, { description: "A postal address." })
  address: SignUpAsk;

  @Field(() => SignUpAskEnum, { description: "A phone number." })
  phone: SignUpAsk;

  @Field(() => SignUpAskEnum, { description: "A company's name; who has one becomes a business." })
  company: SignUpAsk;

  @Field(() => String, { nullable: true, description: "Terms to agree to; null: none." })
  termsUrl: string | null;

  @Field(() => Int, { description: "Counts changes; goes with what is saved next." })
  version: number;
}

@InputType("SaveSignUpFormInput", { description: "All of it." })
export class SaveSignUpFormInputType {
  @Field(() => Boolean, { description: "Whether people may sign up." })
  isOpen: boolean;

  @Field(() => SignUpAskEnum, { description: "A postal address." })
  address: SignUpAsk;

  @Field(() => SignUpAskEnum, { description: "A phone number." })
  phone: SignUpAsk;

  @Field(() => SignUpAskEnum, { description: "A company's name." })
  company: SignUpAsk;

  @Field(() => String, { nullable: true, description: "`https://…` of terms to agree to; null: none." })
  termsUrl?: string | null;

  @Field(() => Int, { description: "Of the form that was read; 0 where nothing was said yet." })
  version: number;
}

@ObjectType("StartedSignUp", { description: "What a link to sign up is for." })
export class StartedSignUpType {
  @Field(() => String, { description: "The address that it was mailed to." })
  email: string;

  @Field(() => Boolean, { description: "Somebody signs in with this address here already." })
  isTaken: boolean;

  @Field(() => Boolean, { description: "It was signed up with already." })
  isDone: boolean;
}

@InputType("StartSignUpInput", { description: "An e-mail address to sign up with." })
export class StartSignUpInputType {
  @Field(() => String, { description: "Where the link goes." })
  email: string;

  @Field(() => String, { description: "The same again: EMAIL_MISMATCH where it is another." })
  emailAgain: string;
}

@InputType("SignUpInput", { description: "Somebody who becomes a customer." })
export class SignUpInputType {
  @Field(() => String, { description: "The link's, behind the `#`." })
  token: string;

  @Field(() => String, { description: "First name." })
  firstName: string;

  @Field(() => String, { description: "Last name." })
  lastName: string;

  @Field(() => String, { nullable: true, description: "A company's name; who has one becomes a business." })
  company?: string | null;

  @Field(() => String, { nullable: true, description: "Phone number, kept as typed." })
  phone?: string | null;

  @Field(() => String, { description: "Where they are at home, ISO 3166-1 alpha-2, in any case." })
  country: string;

  @Field(() => AddressInputType, { nullable: true, description: "Their address; its country is the one above." })
  address?: AddressInputType | null;

  @Field(() => String, { nullable: true, description: "Under which they pay taxes, where their country asks for it." })
  taxNumber?: string | null;

  @Field(() => String, { description: "The password to sign in with." })
  password: string;

  @Field(() => String, { description: "The same again." })
  passwordAgain: string;

  @Field(() => Boolean, { nullable: true, description: "That they agree to the terms, where there are any." })
  acceptsTerms?: boolean | null;
}

@InputType("ActivateCustomerInput", { description: "A customer that signed up." })
export class ActivateCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;
}

@InputType("RefuseCustomerInput", { description: "A customer that signed up, and why it is not taken on." })
export class RefuseCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => String, { description: "Why; the customer is told." })
  reason: string;
}

@ObjectType("SaveSignUpFormPayload", { description: "What came of it." })
export class SaveSignUpFormPayloadType {
  @Field(() => SignUpFormType, { nullable: true, description: "The form afterwards." })
  form: SignUpFormType | null;

  @Field(() => [UserErrorType], { description: "Why nothing was done; empty where it was." })
  userErrors: UserErrorType[];
}

@ObjectType("SignUpPayload", { description: "What came of it." })
export class SignUpPayloadType {
  @Field(() => [UserErrorType], { description: "Why nothing was done; empty where it was." })
  userErrors: UserErrorType[];
}
