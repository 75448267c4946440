import { Button, NativeSelect, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useChooseLanguage } from "../../api/use-language.ts";
import { useViewer } from "../../api/viewer.tsx";
import { chosenLanguage } from "../../i18n/i18n.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { useSignOut } from "../../navigation/use-sign-out.ts";
import { Facts } from "../../ui/Facts.tsx";
import { LanguageSelect } from "../../ui/LanguageSelect.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Portal.module.css";
import { accountMenu, isOpenTo } from "./portal-menu.ts";

/** Who one is, in which language and colours, and what is looked for seldom. */
export function PortalAccountPage() {
  const { t } = useTranslation("portal");
  const viewer = useViewer();
  const { user, customer, reseller, onBehalfOf } = viewer;
  const leave = useSignOut();
  return (
    <>
      <PageHeader title={t("menu.account")} />
      <div className={classes.page}>
        <Panel title={t("account.you")}>
          <Facts
            items={[
              { key: "name", label: t("account.name"), value: onBehalfOf?.name ?? user.name },
              ...(onBehalfOf === null ? [{ key: "email", label: t("account.email"), value: user.email }] : []),
              { key: "customer", label: t("account.customer"), value: customer?.label },
              { key: "reseller", label: t("account.reseller"), value: reseller.name },
            ]}
          />
        </Panel>
        <Panel title={t("account.more")} padded={false}>
          <ul className={classes.rows}>
            {accountMenu
              .filter((entry) => isOpenTo(viewer, entry))
              .map(({ key, href }) => (
                <li key={key}>
                  <AppLink className={classes.row} href={href}>
                    <span className={classes.words}>
                      <span className={classes.name}>{t(`account.${key}.title`)}</span>
                      <span className={classes.dim}>{t(`account.${key}.text`)}</span>
                    </span>
                    <IconChevronRight className={classes.go} size={18} stroke={1.6} aria-hidden />
                  </AppLink>
                </li>
              ))}
          </ul>
        </Panel>
        <Panel title={t("account.look")}>
          <div className={classes.end}>
            <LanguageChoice />
            <SchemeChoice />
          </div>
        </Panel>
        {onBehalfOf === null && (
          <div>
            <Button variant="default" onClick={() => void leave()}>
              {t("account.signOut")}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function LanguageChoice() {
  const { t } = useTranslation("portal");
  const choose = useChooseLanguage();
  return (
    <LanguageSelect
      size="md"
      label={t("account.language")}
      value={chosenLanguage()}
      onChange={(value) => void choose(value)}
    />
  );
}

const schemes = ["light", "dark", "auto"] as const satisfies readonly MantineColorScheme[];

function SchemeChoice() {
  const { t } = useTranslation("portal");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      size="md"
      maw={320}
      label={t("account.scheme")}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)} // one of the options
      data={schemes.map((value) => ({ value, label: t(`account.${value}`) }))}
    />
  );
}
