import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface ViewLogProps {
  /** Of the task. */
  readonly title: string;
  readonly onClick: () => void;
}

export function ViewLogButton({ title, onClick }: ViewLogProps) {
  const { t } = useTranslation("runs");
  return (
    <Button variant="default" size="xs" aria-label={t("log.viewOf", { task: title })} onClick={onClick}>
      {t("log.view")}
    </Button>
  );
}

/** The same, small enough for the end of a line. */
export function ViewLogIcon({ title, onClick }: ViewLogProps) {
  const { t } = useTranslation("runs");
  return (
    <Tooltip label={t("log.view")}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t("log.viewOf", { task: title })}
        onClick={onClick}
      >
        <IconFileText size={15} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
