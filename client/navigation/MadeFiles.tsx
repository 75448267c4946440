import { Button, Loader } from "@mantine/core";
import { csvFileDays } from "@tierline/shared/limits.ts";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ownFiles, type ListFile } from "../api/list-files.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { formatDateTime } from "../ui/format.ts";
import { Panel } from "../ui/Panel.tsx";
import { fileHref, inPlace } from "./file-href.ts";
import classes from "./MadeFiles.module.css";

const askAgainMs = 2_000;

export interface MadeFilesState {
  readonly files: readonly ListFile[];
  readonly reload: () => void;
  /** In whose console they were asked for; null: in the portal. */
  readonly reseller: string | null;
}

/** Files that the viewer has asked for here; while one is being made it is asked how far it is. */
export function useMadeFiles(reseller: string | null): MadeFilesState {
  const [files, setFiles] = useState<readonly ListFile[]>([]);
  const reload = useCallback(() => {
    // Until the next time nothing is lost by a question that was not answered.
    void ownFiles(inPlace("/exports", reseller)).then(setFiles, () => undefined);
  }, [reseller]);
  useEffect(reload, [reload]);
  const isMaking = files.some(({ state }) => state === "MAKING");
  useEffect(() => {
    if (!isMaking) return undefined;
    const timer = setInterval(reload, askAgainMs);
    return () => clearInterval(timer);
  }, [isMaking, reload]);
  return { files, reload, reseller };
}

export function MadeFiles({ files, reseller }: Omit<MadeFilesState, "reload">) {
  const { t } = useTranslation("rows");
  const { timeZone } = useViewer().reseller;
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <Panel title={t("files.title")}>
      <p className={classes.hint}>{t("files.kept", { count: csvFileDays })}</p>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id} className={classes.file}>
            <span>
              {t(`files.list.${nameOf(file)}`)}
              {" · "}
              <time dateTime={file.askedAt}>{formatDateTime(file.askedAt, locale, { timeZone })}</time>
            </span>
            <span role="status" className={classes.state}>
              {file.state === "MAKING" && <Loader size={14} aria-hidden />}
              {t(`files.state.${file.state}`, { count: file.rows, rows: file.rows.toLocaleString(locale) })}
            </span>
            {file.state === "READY" && (
              <Button component="a" href={fileHref(file.id, reseller)} download variant="default" size="xs">
                {t("files.download")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const named = ["accounts", "numbers", "calls", "billing"] as const;

function nameOf({ list }: ListFile): (typeof named)[number] | "other" {
  return named.find((each) => each === list) ?? "other";
}
