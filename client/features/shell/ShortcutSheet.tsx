import { Modal, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { keyLabel, useShortcutList, useShortcutRegistry } from "../../navigation/shortcuts.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import classes from "./ShortcutSheet.module.css";

/** Made from what is registered on the page one is on. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const registry = useShortcutRegistry();
  const shortcuts = useShortcutList();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("shortcuts")} closeButtonProps={{ "aria-label": t("close") }}>
      <Switch
        label={t("singleKeys")}
        checked={registry.isOn}
        onChange={(event) => registry.setOn(event.currentTarget.checked)}
        mb="md"
      />
      <dl className={classes.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={`${keys} ${label}`}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keyLabel(keys)} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
