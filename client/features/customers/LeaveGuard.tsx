import { Button, Group, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Asks before what was typed is lost, on links as on closing the tab. */
export function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation("customers");
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === "blocked"}
      onClose={() => reset?.()}
      title={t("leave.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {t("leave.text")}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" data-autofocus onClick={() => reset?.()}>
          {t("leave.stay")}
        </Button>
        <Button color="red" onClick={() => proceed?.()}>
          {t("leave.leave")}
        </Button>
      </Group>
    </Modal>
  );
}
