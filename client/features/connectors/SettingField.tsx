import { Checkbox, PasswordInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Setting } from "./settings-draft.ts";

interface SettingFieldProps {
  readonly setting: Setting;
  readonly typed: string | null | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: string | null) => void;
}

export function SettingField({ setting, typed, error, onChange }: SettingFieldProps) {
  const { t } = useTranslation("connectors");
  if (setting.isSecret) return <SecretField setting={setting} typed={typed} error={error} onChange={onChange} />;
  return (
    <TextInput
      label={setting.label}
      placeholder={t("settings.default")}
      value={(typed === undefined ? setting.value : typed) ?? ""}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function SecretField({ setting, typed, error, onChange }: SettingFieldProps) {
  const { t } = useTranslation("connectors");
  const isForgotten = typed === null;
  return (
    <div>
      <PasswordInput
        label={setting.label}
        description={setting.isSet ? t("settings.stored") : t("settings.notStored")}
        placeholder={isForgotten ? t("settings.default") : ""}
        value={typed ?? ""}
        onChange={(event) => onChange(event.currentTarget.value)}
        disabled={isForgotten}
        error={error}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": t("settings.show") }}
      />
      {setting.isSet && (
        <Checkbox
          mt={6}
          label={t("settings.forget")}
          checked={isForgotten}
          onChange={(event) => onChange(event.currentTarget.checked ? null : "")}
        />
      )}
    </div>
  );
}
