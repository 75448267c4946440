import { encodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { completeSignIn, startPasskeySignIn, type AskedOfBrowser } from "./complete-sign-in.ts";
import { mustHaveFactor } from "./factor-duty.ts";
import {
  AddAuthenticatorInputType,
  AddAuthenticatorPayloadType,
  AddPasskeyInputType,
  CompleteSignInInputType,
  ConfirmAuthenticatorInputType,
  FactorsPayloadType,
  OwnFactorsType,
  PasskeyPayloadType,
  ProveIdentityInputType,
  RemoveFactorInputType,
  IdentityProofPayloadType,
  toSecondFactorAsked,
} from "./factor.type.ts";
import { factorsOf, recoveryCodesLeft } from "./list-factors.ts";
import { getManagedUser } from "./managed-user.ts";
import {
  addAuthenticator,
  addPasskey,
  confirmAuthenticator,
  removeFactor,
  renewRecoveryCodes,
  startPasskeyRegistration,
} from "./own-factors.ts";
import { AccountPayloadType } from "./people.type.ts";
import { proveIdentity, startIdentityProof } from "./prove-identity.ts";
import { toViewer } from "./viewer.resolver.ts";
import { SignInPayloadType } from "./viewer.type.ts";

@Resolver()
export class FactorResolver {
  @Requires("profile.update")
  @Query(() => OwnFactorsType, { description: "What one proves oneself with besides the password." })
  myFactors(@Ctx() request: RequestContext): Promise<OwnFactorsType> {
    return ownFactors(signedIn(request));
  }

  @Mutation(() => PasskeyPayloadType, {
    description: "Begins a sign-in with a passkey alone, which says itself whose it is; `completeSignIn` ends it.",
  })
  startPasskeySignIn(@Ctx() request: RequestContext): Promise<PasskeyPayloadType> {
    return asked(() => startPasskeySignIn(request));
  }

  @Mutation(() => SignInPayloadType, {
    description:
      "The second half of a sign-in: opens the session that `signIn` held back for a second factor, or that a passkey alone asks for.",
  })
  completeSignIn(
    @Arg("input", () => CompleteSignInInputType, { description: "The token and the proof." })
    input: CompleteSignInInputType,
    @Ctx() request: RequestContext,
  ): Promise<SignInPayloadType> {
    const complete = async () => ({
      viewer: toViewer(await completeSignIn(request, input), request.clock.now()),
      secondFactor: null,
    });
    return answered(complete, { viewer: null, secondFactor: null });
  }

  @Mutation(() => IdentityProofPayloadType, { description: "Tells what `proveIdentity` will want." })
  async startIdentityProof(@Ctx() request: RequestContext): Promise<IdentityProofPayloadType> {
    return { asked: toSecondFactorAsked(await startIdentityProof(signedIn(request))), userErrors: [] };
  }

  @Mutation(() => AccountPayloadType, {
    description:
      "Proves anew who one is, for what wants a fresh proof; the session goes on under a new cookie. Asks for a second factor, or for the password of who has none.",
  })
  proveIdentity(
    @Arg("input", () => ProveIdentityInputType, { description: "The proof." }) input: ProveIdentityInputType,
    @Ctx() request: RequestContext,
  ): Promise<AccountPayloadType> {
    return answered(async () => {
      await proveIdentity(request, input);
      return {};
    }, {});
  }

  @Requires("profile.update")
  @Mutation(() => AddAuthenticatorPayloadType, {
    description: "Makes the secret of an app that gives codes; `confirmAuthenticator` puts it to use.",
  })
  addAuthenticator(
    @Arg("input", () => AddAuthenticatorInputType, { description: "The app." }) input: AddAuthenticatorInputType,
    @Ctx() request: RequestContext,
  ): Promise<AddAuthenticatorPayloadType> {
    const add = async () => {
      const { id, ...shown } = await addAuthenticator(signedIn(request), input.name);
      return { id: encodeId("fac", id), ...shown };
    };
    return answered(add, { id: null, secret: null, address: null });
  }

  @Requires("profile.update")
  @Mutation(() => FactorsPayloadType, {
    description: "Puts an app to use once it has shown that it gives the right codes.",
  })
  confirmAuthenticator(
    @Arg("input", () => ConfirmAuthenticatorInputType, { description: "The app and its code." })
    input: ConfirmAuthenticatorInputType,
    @Ctx() request: RequestContext,
  ): Promise<FactorsPayloadType> {
    return changed(request, (context) => confirmAuthenticator(context, input.id, input.code));
  }

  @Requires("profile.update")
  @Mutation(() => PasskeyPayloadType, { description: "Asks the browser to make a passkey, for `addPasskey`." })
  startPasskeyRegistration(@Ctx() request: RequestContext): Promise<PasskeyPayloadType> {
    return asked(() => startPasskeyRegistration(signedIn(request)));
  }

  @Requires("profile.update")
  @Mutation(() => FactorsPayloadType, { description: "Keeps a passkey that the browser has made." })
  addPasskey(
    @Arg("input", () => AddPasskeyInputType, { description: "The passkey." }) input: AddPasskeyInputType,
    @Ctx() request: RequestContext,
  ): Promise<FactorsPayloadType> {
    return changed(request, (context) => addPasskey(context, input));
  }

  @Requires("profile.update")
  @Mutation(() => FactorsPayloadType, {
    description: "Removes one of one's factors; who must have one keeps the last.",
  })
  removeFactor(
    @Arg("input", () => RemoveFactorInputType, { description: "Which one." }) input: RemoveFactorInputType,
    @Ctx() request: RequestContext,
  ): Promise<FactorsPayloadType> {
    return changed(request, async (context) => {
      await removeFactor(context, input.id);
      return [];
    });
  }

  @Requires("profile.update")
  @Mutation(() => FactorsPayloadType, { description: "Makes ten new recovery codes; the former ones work no more." })
  renewRecoveryCodes(@Ctx() request: RequestContext): Promise<FactorsPayloadType> {
    return changed(request, renewRecoveryCodes);
  }
}

function asked(start: () => Promise<AskedOfBrowser>): Promise<PasskeyPayloadType> {
  return answered(
    async () => {
      const { challenge, options } = await start();
      return { token: challenge.token, options };
    },
    { token: null, options: null },
  );
}

function changed(request: RequestContext, verb: (context: Context) => Promise<string[]>): Promise<FactorsPayloadType> {
  const context = signedIn(request);
  return answered(
    async () => {
      const recoveryCodes = await verb(context);
      return { recoveryCodes, factors: await ownFactors(context) };
    },
    { recoveryCodes: [], factors: null },
  );
}

async function ownFactors(context: Context): Promise<OwnFactorsType> {
  const { userId } = context.viewer;
  const rows = await factorsOf(context, userId);
  return {
    factors: rows.map(({ id, kind, name, created_at, last_used_at }) => ({
      id: encodeId("fac", id),
      kind,
      name,
      createdAt: new Date(created_at),
      lastUsedAt: last_used_at === null ? null : new Date(last_used_at),
    })),
    recoveryCodesLeft: await recoveryCodesLeft(context, userId),
    isRequired: mustHaveFactor(await getManagedUser(context, userId)),
  };
}
