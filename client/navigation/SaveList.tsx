import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { askForList } from "../api/list-files.ts";
import { saveBlob } from "../ui/save-file.ts";

interface SaveListProps {
  /** See `listHref`. */
  readonly href: string;
  readonly name: string;
  /** A long list becomes a file in the background: see `MadeFiles`. */
  readonly onBegun: () => void;
}

/** A list as a file; of a long one it is said that it is being made. */
export function SaveList({ href, name, onBegun }: SaveListProps) {
  const { t } = useTranslation("rows");
  const [isBusy, setBusy] = useState(false);
  async function save(event: MouseEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const asked = await askForList(href).catch(() => ({ kind: "REFUSED", message: null }) as const);
    setBusy(false);
    if (asked.kind === "DONE") saveBlob(name, asked.file);
    else if (asked.kind === "MAKING") onBegun();
    else notifications.show({ color: "red", message: asked.message ?? t("files.refused") });
  }
  return (
    <Button
      component="a"
      href={href}
      download={name}
      variant="default"
      size="xs"
      loading={isBusy}
      onClick={(event: MouseEvent) => void save(event)}
    >
      {t("files.save")}
    </Button>
  );
}
