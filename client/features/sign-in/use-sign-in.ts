import { useApolloClient, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { path } from "../../navigation/path.ts";
import { useGo } from "../../navigation/use-place.ts";
import { SignInDocument } from "./sign-in.generated.ts";

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

/** Signs in and goes to `next`, an address of one's own place, or home. What was kept for the person before is forgotten. */
export function useSignIn(next: string) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [mutate, { loading }] = useMutation(SignInDocument);
  const words = useRefusalWords();
  const client = useApolloClient();
  const go = useGo();
  async function signIn({ email, password, resellerKey = "" }: Credentials): Promise<void> {
    const asked = resellerKey.trim() === "" ? {} : { resellerKey: resellerKey.trim() };
    try {
      const { data } = await mutate({ variables: { input: { email: email.trim(), password, ...asked } } });
      const viewer = data?.signIn.viewer;
      if (viewer == null) return setRefusal(words.refused(data?.signIn.userErrors[0]));
      await client.clearStore();
      const own = viewer.customer === null ? path.home(viewer.reseller.key) : path.portal();
      // The portal is no place for staff, nor the console for a customer's people.
      go(next.startsWith("/portal") === (viewer.customer !== null) && next !== "" ? next : own, { replace: true });
    } catch (error) {
      setRefusal(words.failed(error));
    }
  }
  return { signIn, refusal, isBusy: loading };
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
