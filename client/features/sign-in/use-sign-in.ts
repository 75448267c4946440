import { useApolloClient, useMutation } from "@apollo/client/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { signWithPasskey } from "../../api/passkey.ts";
import { failureOf, type UserErrorLike } from "../../api/user-errors.ts";
import { path } from "../../navigation/path.ts";
import { useGo } from "../../navigation/use-place.ts";
import {
  CompleteSignInDocument,
  SetOwnPasswordDocument,
  SignInDocument,
  StartPasskeySignInDocument,
  type SignInMutation,
} from "./sign-in.generated.ts";

export type SecondFactor = NonNullable<SignInMutation["signIn"]["secondFactor"]>;

type SignedIn = NonNullable<SignInMutation["signIn"]["viewer"]>;

interface GivenPassword {
  readonly viewer: SignedIn;
  readonly email: string;
  /** As it was typed: whoever came with a passkey is not asked for another. */
  readonly password: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly resellerKey?: string;
}

export interface Refusal {
  readonly text: string;
  /** The e-mail is known at several resellers: the form asks at which. */
  readonly asksReseller: boolean;
}

/**
 * Signs in, with a second factor from who has one, and goes to `next`, an address of one's own place, or home. What was kept for
 * the person before is forgotten.
 */
export function useSignIn(next: string) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const [setPassword] = useMutation(SetOwnPasswordDocument);
  const [asked, setAsked] = useState<SecondFactor | null>(null);
  const [mutate, { loading }] = useMutation(SignInDocument);
  const [mutateSecond, { loading: isCompleting }] = useMutation(CompleteSignInDocument);
  const [start] = useMutation(StartPasskeySignInDocument);
  const typed = useRef("");
  const words = useRefusalWords();
  const client = useApolloClient();
  const go = useGo();
  async function signIn({ email, password, resellerKey = "" }: Credentials): Promise<void> {
    typed.current = password;
    const asked = resellerKey.trim() === "" ? {} : { resellerKey: resellerKey.trim() };
    try {
      const { data } = await mutate({ variables: { input: { email: email.trim(), password, ...asked } } });
      setRefusal(null);
      if (data?.signIn.secondFactor != null) return setAsked(data.signIn.secondFactor);
      if (data?.signIn.viewer == null) return setRefusal(words.refused(data?.signIn.userErrors[0]));
      await enter(data.signIn.viewer);
    } catch (error) {
      setRefusal(words.failed(error));
    }
  }
  async function enter(viewer: SignedIn): Promise<void> {
    if (viewer.mustChangePassword) return setGiven({ viewer, email: viewer.user.email, password: typed.current });
    return arrive(viewer);
  }
  /** T7: in the place of the one that somebody else has seen. */
  async function setOwnPassword(newPassword: string): Promise<readonly UserErrorLike[]> {
    const variables = { input: { currentPassword: given?.password ?? "", newPassword } };
    return (await setPassword({ variables })).data?.changePassword.userErrors ?? [];
  }
  async function arrive({ reseller, customer }: Pick<SignedIn, "reseller" | "customer">): Promise<void> {
    await client.clearStore();
    const own = customer === null ? path.home(reseller.key) : path.portal();
    // The portal is no place for staff, nor the console for a customer's people.
    go(next.startsWith("/portal") === (customer !== null) && next !== "" ? next : own, { replace: true });
  }
  /** What is wrong with the code, to be said at its field; all else is the refusal. */
  async function complete(input: { token: string; code?: string; passkey?: string }): Promise<string | null> {
    try {
      setRefusal(null);
      const { data } = await mutateSecond({ variables: { input } });
      const { viewer = null, userErrors: [error] = [] } = data?.completeSignIn ?? {};
      if (viewer !== null) await enter(viewer);
      else if (error?.path?.[0] === "code") return error.message;
      else setRefusal({ text: error?.message ?? "", asksReseller: false });
    } catch (error) {
      setRefusal(words.failed(error));
    }
    return null;
  }
  /** With nothing but a passkey. Whoever puts the browser's question aside is where they were. */
  async function signInWithPasskey(): Promise<void> {
    try {
      setRefusal(null);
      const { token, options } = (await start()).data?.startPasskeySignIn ?? {};
      const passkey = token == null || options == null ? null : await signWithPasskey(options);
      if (token != null && passkey !== null) await complete({ token, passkey });
    } catch (error) {
      setRefusal(words.failed(error));
    }
  }
  function again(): void {
    setAsked(null);
    setRefusal(null);
  }
  const ownPassword = given === null ? null : { ...given, set: setOwnPassword, done: () => void arrive(given.viewer) };
  return { signIn, signInWithPasskey, complete, again, asked, ownPassword, refusal, isBusy: loading || isCompleting };
}

function useRefusalWords() {
  const { t } = useTranslation("sign-in");
  return {
    refused(error: { code: string; path: readonly string[] | null } | undefined): Refusal {
      if (error?.code === "REQUIRED" && error.path?.includes("resellerKey") === true)
        return { text: t("severalResellers"), asksReseller: true };
      return { text: t(error?.code === "ACCOUNT_DEACTIVATED" ? "deactivated" : "refused"), asksReseller: false };
    },
    failed(error: unknown): Refusal {
      const { code, retryAfterSeconds } = failureOf(error);
      if (code === "RATE_LIMITED")
        return { text: t("tooMany", { count: retryAfterSeconds ?? 60 }), asksReseller: false };
      return { text: t("unreachable"), asksReseller: false };
    },
  };
}
