import {
  Avatar,
  Menu,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
  type MantineColorScheme,
} from "@mantine/core";
import { languageNames, reviewedLanguages } from "@tierline/shared/language.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { chosenLanguage, languages, type Language } from "../../i18n/i18n.ts";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { useSignOut } from "../../navigation/use-sign-out.ts";
import { forgetEntries } from "./palette-entries.ts";
import classes from "./UserMenu.module.css";
import { useChooseLanguage } from "../../api/use-language.ts";
const schemes = { light: "light", dark: "dark", auto: "system" } as const satisfies Record<MantineColorScheme, string>;

export function UserMenu() {
  const { t } = useTranslation(["shell", "words"]);
  const { user, reseller } = useViewer();
  const leave = useSignOut(forgetEntries);
  const go = useGo();
  const place = useReseller();
  return (
    <Menu position="bottom-end" width={240} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <VisuallyHidden>{t("account")}</VisuallyHidden>
          <Avatar size={28} name={user.name} color="gray" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
          <span>
            {t(`words:role.${user.role}`)}, {reseller.name}
          </span>
        </Menu.Label>
        <Menu.Divider />
        <SchemeChoice />
        <Menu.Divider />
        <LanguageChoice />
        <Menu.Divider />
        <Menu.Item onClick={() => go(path.account(place === "" ? reseller.key : place))}>{t("myAccount")}</Menu.Item>
        <Menu.Item component="a" href="/graphiql">
          {t("apiExplorer")}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t("signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeChoice() {
  const { t } = useTranslation("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t("scheme")}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
        {Object.entries(schemes).map(([value, name]) => (
          <Menu.RadioItem key={value} value={value}>
            {t(name)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function LanguageChoice() {
  const { t } = useTranslation("shell");
  const choose = useChooseLanguage();
  return (
    <>
      <Menu.Label>{t("language")}</Menu.Label>
      <Menu.RadioGroup value={chosenLanguage()} onChange={(value) => void choose(value as Language)}>
        {languages.map((value) => (
          <Menu.RadioItem key={value} value={value}>
            {languageNames[value]}
            {reviewedLanguages.has(value) ? null : (
              <Text component="span" size="xs" c="dimmed" ml={6}>
                {t("notReviewed")}
              </Text>
            )}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
