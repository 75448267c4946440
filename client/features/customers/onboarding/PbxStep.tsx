import { platformOf, type PlatformKey } from "@tierline/shared/onboarding.ts";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../ui/Panel.tsx";
import type { WizardValues } from "./draft-values.ts";
import { TrunkFields } from "./TrunkFields.tsx";

interface PbxStepProps {
  readonly form: UseFormReturnType<WizardValues>;
  readonly platform: PlatformKey;
}

export function PbxStep({ form, platform }: PbxStepProps) {
  const { t } = useTranslation("onboarding");
  const { transport, users } = form.values.pbx;
  return (
    <Panel title={t("trunk.title")}>
      <TrunkFields
        field={form.getInputProps}
        prefix="pbx."
        transport={transport}
        users={users}
        platform={platformOf(platform)}
      />
    </Panel>
  );
}
