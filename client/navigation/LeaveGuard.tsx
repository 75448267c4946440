import { Button, Group } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/Dialog.tsx";

/** Asks before what was typed is lost, on links as on closing the tab. What an address says of the same page takes nothing away. */
export function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation("shell");
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirty(),
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
