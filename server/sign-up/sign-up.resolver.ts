import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { PostalCodeLookupType } from "../connectors/postal/postal-code.type.ts";
import { customerById, customerNow } from "../customers/customer-loaders.ts";
import { UpdateCustomerPayloadType } from "../customers/customer-payloads.type.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { NotificationType } from "../notifications/notification.type.ts";
import { activateCustomer, refuseCustomer } from "./activate-customer.ts";
import { openFormAt, readSignUpForm, saveSignUpForm } from "./sign-up-form.ts";
import { findSignUp, placeOfSignUp, signUp } from "./sign-up.ts";
import {
  ActivateCustomerInputType,
  RefuseCustomerInputType,
  SaveSignUpFormInputType,
  SaveSignUpFormPayloadType,
  SignUpFormType,
  SignUpInputType,
  SignUpPayloadType,
  StartedSignUpType,
  StartSignUpInputType,
} from "./sign-up.type.ts";
import { outside, startSignUp } from "./start-sign-up.ts";

@Resolver(() => SignUpFormType)
export class SignUpResolver {
  @Query(() => SignUpFormType, {
    nullable: true,
    description: "What people are asked who sign up under this host name; null where nobody does.",
  })
  async openSignUpForm(@Ctx() request: RequestContext): Promise<SignUpFormType | null> {
    if (request.http === null) return null;
    const { http, context } = outside(request);
    return (await openFormAt(context, http.resellerKey))?.form ?? null;
  }

  @Query(() => StartedSignUpType, { description: "What a link to sign up is for, for whoever holds it." })
  startedSignUp(
    @Arg("token", () => String, { description: "Of the link, behind the `#`." }) token: string,
    @Ctx() request: RequestContext,
  ): Promise<StartedSignUpType> {
    return findSignUp(request, token);
  }

  @Query(() => PostalCodeLookupType, {
    description:
      "What a postal code says of an address, for whoever holds a link to sign up: for filling in the form, which goes on without an answer.",
  })
  signUpPostalCode(
    @Arg("token", () => String, { description: "Of the link, behind the `#`." }) token: string,
    @Arg("country", () => String, { description: "ISO 3166-1 alpha-2, in any case. Brazil is known." }) country: string,
    @Arg("postalCode", () => String, { description: "With or without its dash." }) postalCode: string,
    @Ctx() request: RequestContext,
  ): Promise<PostalCodeLookupType> {
    return placeOfSignUp(request, { token, country, postalCode });
  }

  @Mutation(() => SignUpPayloadType, {
    description:
      "Mails a link to whoever wants to become a customer of the reseller whose host name this is. Says the same whoever has that address.",
  })
  startSignUp(
    @Arg("input", () => StartSignUpInputType, { description: "The address." }) input: StartSignUpInputType,
    @Ctx() request: RequestContext,
  ): Promise<SignUpPayloadType> {
    return done(() => startSignUp(request, input));
  }

  @Mutation(() => SignUpPayloadType, {
    description:
      "Makes whoever holds the link a customer that waits to be activated; they sign in once it is. Sent again it changes nothing.",
  })
  signUp(
    @Arg("input", () => SignUpInputType, { description: "Who they are." }) input: SignUpInputType,
    @Ctx() request: RequestContext,
  ): Promise<SignUpPayloadType> {
    return done(() => signUp(request, input));
  }

  @Requires("brand.edit")
  @Query(() => SignUpFormType, {
    description: "Whether people may sign up at your own reseller, and what they are asked.",
  })
  signUpForm(@Ctx() request: RequestContext): Promise<SignUpFormType> {
    return readSignUpForm(signedIn(request));
  }

  @Requires("brand.edit")
  @Mutation(() => SaveSignUpFormPayloadType, {
    description: "Says whether people may sign up under your own host names, and what they are asked.",
  })
  saveSignUpForm(
    @Arg("input", () => SaveSignUpFormInputType, { description: "All of it." }) input: SaveSignUpFormInputType,
    @Ctx() request: RequestContext,
  ): Promise<SaveSignUpFormPayloadType> {
    const context = signedIn(request);
    const save = async () => {
      await saveSignUpForm(context, input);
      return { form: await readSignUpForm(context) };
    };
    return answered(save, { form: null });
  }

  @Requires("customer.activate")
  @Mutation(() => UpdateCustomerPayloadType, {
    description: "Takes on a customer that signed up: it is active, and its people may sign in. They are told by mail.",
  })
  activateCustomer(
    @Arg("input", () => ActivateCustomerInputType, { description: "Which customer." }) input: ActivateCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    return afterwards(request, (context) => activateCustomer(context, input.id));
  }

  @Requires("customer.activate")
  @Mutation(() => UpdateCustomerPayloadType, {
    description:
      "Refuses a customer that signed up: it is put away, its people are forgotten, and they are told why by mail.",
  })
  refuseCustomer(
    @Arg("input", () => RefuseCustomerInputType, { description: "Which customer, and why." })
    input: RefuseCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    return afterwards(request, (context) => refuseCustomer(context, input));
  }
}

@Resolver(() => NotificationType)
export class NotifiedCustomerResolver {
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: "The customer that it is about; null where it is about something else, or not yours to see.",
  })
  async customer(
    @Root() { customerId }: NotificationType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerType | null> {
    if (customerId === null || !may(request, "customer.view")) return null;
    const row = await customerById(request).load(customerId);
    return row === null ? null : toCustomer(row);
  }
}

function done(verb: () => Promise<void>): Promise<SignUpPayloadType> {
  return answered(async () => {
    await verb();
    return {};
  }, {});
}

function afterwards(
  request: RequestContext,
  verb: (context: ReturnType<typeof signedIn>) => Promise<string>,
): Promise<UpdateCustomerPayloadType> {
  const context = signedIn(request);
  const change = async () => ({ customer: await customerNow(request, context, await verb(context)) });
  return answered(change, { customer: null });
}
