import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Portal.module.css";
import { RevealServiceSecretDocument } from "./portal.generated.ts";
import type { ServiceOfPage } from "./service-of-page.ts";

/** What one signs in with at a phone or a modem, in the order in which such a form asks for it. */
const told = ["sipUsername", "sipDomain", "radiusUsername"] as const;
const secretNames: readonly string[] = ["sipPassword", "radiusPassword"];

/** User name and server to copy, and the password to be seen once by whoever may. */
export function AccessData({ service: { id, parameters, secrets = [] } }: { service: ServiceOfPage }) {
  const { t } = useTranslation("portal");
  const known = told.flatMap((key) => parameters.find((each) => each.key === key) ?? []);
  const passwords = secrets.filter(({ key }) => secretNames.includes(key));
  if (known.length + passwords.length === 0) return null;
  return (
    <Panel title={t("access.title")}>
      <Facts
        items={known.map(({ key, value }) => {
          const label = t(`access.${key as (typeof told)[number]}`); // it was found by one of these
          return {
            key,
            label,
            value: (
              <>
                {value} <CopyButton value={value} labels={{ copy: t("copy", { name: label }), copied: t("copied") }} />
              </>
            ),
          };
        })}
      />
      {passwords.map(({ key, shownAt, shownTo }) => (
        <div key={key} className={classes.secret}>
          {shownAt === null ? (
            <Password serviceId={id} name={key} />
          ) : (
            <span className={classes.dim}>{t("access.shown", { name: shownTo ?? "" })}</span>
          )}
        </div>
      ))}
    </Panel>
  );
}

function Password({ serviceId, name }: { serviceId: string; name: string }) {
  const { t } = useTranslation("portal");
  const [isAsking, setAsking] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const [reveal] = useMutation(RevealServiceSecretDocument);
  const { send, isBusy, problem } = useSend();
  const show = (): void =>
    void send(async () => {
      const { data } = await reveal({ variables: { input: { id: serviceId, key: name } } });
      setValue(data?.revealServiceSecret.value ?? null);
      return data?.revealServiceSecret.userErrors;
    }).then((isShown) => isShown && setAsking(false));
  if (value !== null) {
    return (
      <>
        <code className={classes.value}>{value}</code>
        <CopyButton
          value={value}
          withText
          labels={{ copy: t("copy", { name: t("access.password") }), copied: t("copied") }}
        />
        <span role="status">{t("access.writeDown")}</span>
      </>
    );
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("access.show")}
      </Button>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t("access.show")} closeLabel={t("close")}>
        <div className={classes.page}>
          <span>{t("access.once")}</span>
          {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} />}
          <Button loading={isBusy} onClick={show}>
            {t("access.showNow")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
