import { Switch, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { keyLabel, useShortcutList, useShortcutRegistry } from "../../navigation/shortcuts.tsx";
import { KeyHint } from "../../ui/KeyHint.tsx";
import classes from "./ShortcutSheet.module.css";

/** Made from what is registered on the page one is on. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const registry = useShortcutRegistry();
  // The newest of two with the same keys is the one that runs.
  const shortcuts = [...new Map(useShortcutList().map((each) => [each.keys, each])).values()];
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("shortcuts")} closeLabel={t("close")}>
      <Switch
        label={t("singleKeys")}
        checked={registry.isOn}
        onChange={(event) => registry.setOn(event.currentTarget.checked)}
        mb="md"
      />
      <dl className={classes.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <VisuallyHidden>{keyLabel(keys)}</VisuallyHidden>
              <KeyHint keys={keyLabel(keys)} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
