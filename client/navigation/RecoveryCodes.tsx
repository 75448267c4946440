import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import classes from "./OwnFactors.module.css";

/** Shown once: whoever closes this has kept them, or makes new ones. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation("account");
  return (
    <Dialog title={t("factors.codesTitle")} onClose={onClose} closeLabel={t("factors.close")} size="lg">
      <p className={classes.text}>{t("factors.codesText")}</p>
      <CodeBlock
        code={codes.join("\n")}
        label={t("factors.codesTitle")}
        labels={{ copy: t("factors.copy"), copied: t("factors.copied") }}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t("factors.codesKept")}</Button>
      </Group>
    </Dialog>
  );
}
