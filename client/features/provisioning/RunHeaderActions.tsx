import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { isFailure, isOver, type Run } from "./run-facts.ts";
import { RunExportDocument } from "./run.generated.ts";
import { supportText } from "./support-text.ts";

export function RunHeaderActions({ run }: { run: Run }) {
  const { t } = useTranslation("runs");
  const go = useGo();
  const reseller = useReseller();
  return (
    <>
      {isOver(run) && <ExportButton run={run} />}
      {isFailure(run) && (
        <CopyButton
          withText
          value={supportText(run, location.href)}
          labels={{ copy: t("support.copy"), copied: t("support.copied") }}
        />
      )}
      {!isOver(run) && <Button onClick={() => go(path.runs(reseller))}>{t("action.background")}</Button>}
    </>
  );
}

/** A finished run as one file: plan, deeds, log. */
function ExportButton({ run }: { run: Run }) {
  const { t } = useTranslation("runs");
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { data } = await client.query({
        query: RunExportDocument,
        variables: { id: run.id },
        fetchPolicy: "no-cache",
      });
      if (data?.provisioningRun != null) saveFile(data.provisioningRun.export, `run-${run.number}.json`);
    } catch (error) {
      notifications.show({ color: "red", message: failureOf(error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
      loading={isBusy}
      onClick={() => void save()}
    >
      {t("action.export")}
    </Button>
  );
}

function saveFile(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
