import {
  Avatar,
  Menu,
  SegmentedControl,
  UnstyledButton,
  useMantineColorScheme,
  type MantineColorScheme,
} from "@mantine/core";
import { useApolloClient, useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { changeLanguage, chosenLanguage, languages, type Language } from "../../i18n/i18n.ts";
import { path } from "../../navigation/path.ts";
import { useGo } from "../../navigation/use-place.ts";
import { SignOutDocument } from "./shell.generated.ts";

const languageNames = { en: "english", fr: "french" } as const satisfies Record<Language, string>;

export function UserMenu() {
  const { t } = useTranslation(["shell", "words"]);
  const { user, reseller } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useApolloClient();
  const go = useGo();
  const [signOut] = useMutation(SignOutDocument);
  const leave = async (): Promise<void> => {
    await signOut();
    await client.clearStore();
    go(path.signIn());
  };
  return (
    <Menu position="bottom-end" width={250} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t("account")}>
          <Avatar size={28} name={user.name} color="gray" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {user.email}
          <br />
          {t(`words:role.${user.role}`)}, {reseller.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t("scheme")}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          data={[
            { value: "light", label: t("light") },
            { value: "dark", label: t("dark") },
            { value: "auto", label: t("system") },
          ]}
        />
        <Menu.Label>{t("language")}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          value={chosenLanguage()}
          onChange={(value) => void changeLanguage(value as Language)}
          data={languages.map((value) => ({ value, label: t(languageNames[value]) }))}
        />
        <Menu.Divider />
        <Menu.Item component="a" href="/graphiql">
          {t("apiExplorer")}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t("signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
