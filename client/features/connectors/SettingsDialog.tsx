import { useMutation } from "@apollo/client/react";
import { Alert, Button, Group, NumberInput, Stack } from "@mantine/core";
import { bulkRowsAtOnceOfAll } from "@tierline/shared/limits.ts";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import type { ConnectorMode } from "../../api/generated/schema.ts";
import { failureOf } from "../../api/user-errors.ts";
import { useCan } from "../../api/viewer.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { CheckConnectorDocument, UpdateConnectorDocument, type ConnectorCardFragment } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";
import { SettingField } from "./SettingField.tsx";
import { changesOf, errorsByKey, type Typed } from "./settings-draft.ts";

interface SettingsDialogProps {
  readonly connector: ConnectorCardFragment;
  readonly refetch: () => Promise<unknown>;
  readonly onClose: () => void;
}

const modes = ["LAB", "REAL"] as const;

/** How the system is reached. Secrets are only ever written: what is stored is never shown again. */
export function SettingsDialog({ connector, refetch, onClose }: SettingsDialogProps) {
  const { t } = useTranslation("connectors");
  const can = useCan("connector.edit");
  const form = useSettings(connector, refetch, onClose);
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t("settings.title", { connector: connector.title })}
      closeLabel={t("settings.cancel")}
    >
      <form onSubmit={form.submit}>
        <Stack gap="md">
          {form.notice !== null && (
            <Alert color={form.notice.isStale ? "amber" : "red"} role="alert">
              {form.notice.message}
            </Alert>
          )}
          <div>
            <SegmentedChoice
              label={t("settings.mode")}
              value={form.mode}
              onChange={form.setMode}
              options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            />
            <p className={classes.message}>{t(`modeText.${form.mode}`)}</p>
          </div>
          <NumberInput
            label={t("settings.bulkRows")}
            description={t("settings.bulkRowsHint", { max: bulkRowsAtOnceOfAll })}
            min={1}
            max={bulkRowsAtOnceOfAll}
            allowDecimal={false}
            value={form.rows}
            onChange={form.setRows}
          />
          {connector.settings.map((setting) => (
            <SettingField
              key={setting.key}
              setting={setting}
              typed={form.typed[setting.key]}
              error={form.errors[setting.key]}
              onChange={(value) => form.type(setting.key, value)}
            />
          ))}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("settings.cancel")}
            </Button>
            <ReasonedButton type="submit" disabledReason={can.reason} loading={form.isSaving}>
              {t("settings.save")}
            </ReasonedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function useSettings(connector: ConnectorCardFragment, refetch: () => Promise<unknown>, onSaved: () => void) {
  const { t } = useTranslation("connectors");
  const [mode, setMode] = useState<ConnectorMode>(connector.mode);
  const [rows, setRows] = useState<number | string>(connector.bulkRowsAtOnce);
  const [typed, setTyped] = useState<Typed>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [notice, setNotice] = useState<{ isStale: boolean; message: string } | null>(null);
  const [update, { loading }] = useMutation(UpdateConnectorDocument);
  const [check] = useMutation(CheckConnectorDocument);

  async function save(): Promise<void> {
    const settings = changesOf(connector.settings, typed);
    const isOther = typeof rows === "number" && rows !== connector.bulkRowsAtOnce;
    setErrors({});
    setNotice(null);
    try {
      const { key, version } = connector;
      const { data } = await update({
        variables: { input: { key, version, mode, settings, ...(isOther && { bulkRowsAtOnce: rows }) } },
      });
      const refused = data?.updateConnector.userErrors ?? [];
      if (refused.length === 0) {
        // Whether it answers there is the next question anyway. What comes of it stands on the card; if nothing does, it can be asked again.
        void check({ variables: { input: { key } } }).catch(() => undefined);
        return onSaved();
      }
      const isStale = refused.some(({ code }) => code === "STALE");
      const { byKey, general } = errorsByKey(refused, settings);
      setErrors(byKey);
      if (general.length > 0) setNotice({ isStale, message: isStale ? t("settings.stale") : general.join(" ") });
      if (isStale) await refetch();
    } catch (error) {
      setNotice({ isStale: false, message: failureOf(error).message });
    }
  }

  return {
    mode,
    setMode,
    rows,
    setRows,
    typed,
    type: (key: string, value: string | null) => setTyped((before) => ({ ...before, [key]: value })),
    errors,
    notice,
    isSaving: loading,
    submit(event: FormEvent): void {
      event.preventDefault();
      if (!loading) void save();
    },
  };
}
