import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { keyLabel } from "../../navigation/shortcuts.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";

/** The key is the console's own (A leads to the same page from everywhere). */
export function AddServiceButton() {
  const { t } = useTranslation("services");
  const can = useCan("order.place");
  const href = path.assign(useReseller());
  const icon = <IconPlus size={16} stroke={1.8} aria-hidden />;
  if (!can.isAllowed)
    return (
      <ReasonedButton leftSection={icon} disabledReason={can.reason}>
        {t("addService")}
      </ReasonedButton>
    );
  return (
    <Button
      component={AppLink}
      href={href}
      leftSection={icon}
      rightSection={<KeyHint keys={keyLabel("a")} />}
      aria-keyshortcuts="a"
    >
      {t("addService")}
    </Button>
  );
}
