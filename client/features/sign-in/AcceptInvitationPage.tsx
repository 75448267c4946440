import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useGo } from "../../navigation/use-place.ts";
import { Door } from "./Door.tsx";
import { AcceptInvitationDocument, InvitationOfLinkDocument } from "./links.generated.ts";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { useLinkToken } from "./use-link-token.ts";

/** MX8: who was invited sets a password and is in. */
export function AcceptInvitationPage() {
  const { t } = useTranslation("sign-in");
  const token = useLinkToken();
  const client = useApolloClient();
  const go = useGo();
  const [accept] = useMutation(AcceptInvitationDocument);
  const result = useQuery(InvitationOfLinkDocument, { variables: { token }, fetchPolicy: "network-only" });

  async function submit(password: string) {
    const { data } = await accept({ variables: { input: { token, password } } });
    return data?.acceptInvitation.userErrors ?? [];
  }
  async function enter(): Promise<void> {
    await client.clearStore();
    go(path.start(), { replace: true });
  }

  return (
    <Door title={t("invitation.title")}>
      <QueryState result={result}>
        {({ invitation }) =>
          invitation === null ? (
            <p>{t("invitation.gone")}</p>
          ) : (
            <>
              <p>{t("invitation.text", { name: invitation.name, reseller: invitation.resellerName })}</p>
              <p>{t("invitation.signInWith", { email: invitation.email })}</p>
              <NewPasswordForm
                email={invitation.email}
                deed={t("invitation.accept")}
                onSubmit={submit}
                onDone={() => void enter()}
              />
            </>
          )
        }
      </QueryState>
    </Door>
  );
}
