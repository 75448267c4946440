import { Button, Group } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";

/** Asks before what was typed is lost, on links as on closing the tab. */
export function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation("customers");
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <Dialog isOpen={status === "blocked"} onClose={() => reset?.()} title={t("leave.title")} closeLabel={t("close")}>
      {t("leave.text")}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" data-autofocus onClick={() => reset?.()}>
          {t("leave.stay")}
        </Button>
        <Button color="red" onClick={() => proceed?.()}>
          {t("leave.leave")}
        </Button>
      </Group>
    </Dialog>
  );
}
