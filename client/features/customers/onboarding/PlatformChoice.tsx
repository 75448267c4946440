import { Button, Group, Select } from "@mantine/core";
import { isBegun, platformOf, platforms, type PlatformKey } from "@tierline/shared/onboarding.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { OnboardingForm } from "./use-onboarding.ts";

/** The platform; what was typed for a PBX is given up only after asking (M1). */
export function PlatformChoice({ onboarding }: { readonly onboarding: OnboardingForm }) {
  const { t } = useTranslation("onboarding");
  const { form, platform, setPlatform } = onboarding;
  const [wanted, setWanted] = useState<PlatformKey | null>(null);
  const choose = (key: string | null): void => {
    const next = platforms.find((each) => each.key === key)?.key ?? platform;
    const isLost = platformOf(next).usesSync && isBegun({ pbx: form.values.pbx }, "PBX");
    if (isLost) setWanted(next);
    else setPlatform(next);
  };
  return (
    <Panel title={t("platform")}>
      <Select
        label={t("platform")}
        allowDeselect={false}
        data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
        value={platform}
        onChange={choose}
      />
      <Dialog isOpen={wanted !== null} onClose={() => setWanted(null)} title={t("dropTitle")} closeLabel={t("close")}>
        {t("dropText", { platform: platformOf(wanted ?? platform).name })}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setWanted(null)}>
            {t("stay")}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setPlatform(wanted ?? platform);
              setWanted(null);
            }}
          >
            {t("drop")}
          </Button>
        </Group>
      </Dialog>
    </Panel>
  );
}
