import { ActionIcon, Button, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconHelp, IconMenu2, IconRoute, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { Bell } from "./Bell.tsx";
import classes from "./Header.module.css";
import { Logo } from "../../ui/Logo.tsx";
import { openPalette, PaletteHost } from "./PaletteHost.tsx";
import { ShellStatusDocument } from "./shell.generated.ts";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { TierMenu } from "./TierMenu.tsx";
import { UserMenu } from "./UserMenu.tsx";

interface HeaderProps {
  /** Before there is anything to go to: where one is and who, and nothing else. */
  readonly isBare: boolean;
  readonly isNavOpen: boolean;
  readonly onToggleNav: () => void;
}

export function Header({ isBare, isNavOpen, onToggleNav }: HeaderProps) {
  const viewer = useViewer();
  const reseller = useReseller();
  return (
    <header className={classes.header}>
      {!isBare && <NavButton isNavOpen={isNavOpen} onToggleNav={onToggleNav} />}
      <AppLink className={classes.logo} href={path.home(reseller)} aria-label="Tierline">
        <Logo />
        <span>Tierline</span>
      </AppLink>
      <TierMenu nodes={viewer.tierPath} />
      <div className={classes.tools}>
        {!isBare && <Tools />}
        <UserMenu />
      </div>
    </header>
  );
}

function NavButton({ isNavOpen, onToggleNav }: Omit<HeaderProps, "isBare">) {
  const { t } = useTranslation("shell");
  return (
    <ActionIcon
      className={classes.burger}
      variant="subtle"
      color="gray"
      aria-label={t("menu")}
      aria-expanded={isNavOpen}
      onClick={onToggleNav}
    >
      <IconMenu2 size={18} stroke={1.6} />
    </ActionIcon>
  );
}

function Tools() {
  const { t } = useTranslation("shell");
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcut("?", t("shortcut.help"), () => setHelpOpen(true));
  useShortcut("mod+k", t("shortcut.palette"), openPalette);
  useShortcut("/", t("shortcut.palette"), openPalette);
  return (
    <>
      <RunsChip />
      <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <VisuallyHidden>{t("palette.title")}</VisuallyHidden>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes.searchText}>{t("search")}</span>
        <KeyHint keys={keyLabel("mod+k")} />
      </UnstyledButton>
      <Bell />
      <ActionIcon
        className={classes.help}
        variant="subtle"
        color="gray"
        aria-label={t("help")}
        onClick={() => setHelpOpen(true)}
      >
        <IconHelp size={18} stroke={1.6} />
      </ActionIcon>
      <PaletteHost />
      <ShortcutSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}

/** Says that something is running, wherever one is, and leads to it. */
function RunsChip() {
  const { t } = useTranslation("shell");
  const reseller = useReseller();
  const canSee = useCan("run.view").isAllowed;
  const { data } = useQuery(ShellStatusDocument, { fetchPolicy: "cache-first", pollInterval: 15_000, skip: !canSee });
  const running = data?.homeSummary.runningRuns ?? 0;
  if (running === 0) return null;
  return (
    <Button
      component={AppLink}
      href={path.runs(reseller, { view: "running" })}
      className={classes.running}
      variant="light"
      color="copper"
      size="compact-md"
      leftSection={<IconRoute size={15} stroke={1.6} />}
    >
      {t("running", { count: running })}
    </Button>
  );
}
