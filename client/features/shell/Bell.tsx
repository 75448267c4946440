import { ActionIcon, Popover, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import classes from "./Bell.module.css";
import { colorOf, targetOf, useInbox } from "./notifications.tsx";

export function Bell() {
  const { t } = useTranslation("shell");
  const locale = useLocale();
  const reseller = useReseller();
  const { items, unseen, markSeen } = useInbox();
  const hasFailure = items.slice(0, unseen).some(({ kind }) => colorOf(kind) === "red");
  return (
    <Popover position="bottom-end" width={340} onOpen={markSeen} trapFocus withinPortal={false}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={unseen === 0 ? t("bell") : `${t("bell")} (${unseen})`}>
          <IconBell size={18} stroke={1.6} />
          {unseen > 0 && <span className={classes.unseen} data-failed={hasFailure || undefined} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {items.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t("noNotifications")}
          </Text>
        )}
        <ul className={classes.list}>
          {items.map(({ id, at, title, detail, ...about }) => (
            <li key={id}>
              <Title href={targetOf(reseller, about)}>{title}</Title>
              <span>{detail}</span>
              <RelativeTime value={at} locale={locale} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Title({ href, children }: { readonly href: string | null; readonly children: string }) {
  return href === null ? <strong>{children}</strong> : <AppLink href={href}>{children}</AppLink>;
}
