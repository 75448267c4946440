import { Checkbox, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { delegablePermissions, delegationPresets } from "@tierline/shared/delegation.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { callsOf, CallsOfLines } from "./CallsOfLines.tsx";
import { PartDialog, PartForm } from "./PartDialog.tsx";
import { useSetPresets, type ResellersPresets } from "./use-set-presets.ts";

interface PresetDialogProps {
  readonly of: ResellersPresets;
  /** Which of them; -1 makes another one. */
  readonly index: number;
  readonly onClose: () => void;
}

export function PresetDialog({ of, index, onClose }: PresetDialogProps) {
  const { t } = useTranslation(["presets", "permissions", "customers"]);
  const own = useViewer().permissions;
  const before = of.delegationPresets[index];
  const form = useForm({
    initialValues: {
      name: before?.name ?? "",
      permissions: [...(before?.permissions ?? delegationPresets.LOOK)] as string[],
      isDefault: before?.isDefault ?? false,
      simultaneousCalls: before?.simultaneousCalls ?? "",
    },
  });
  const { save, isBusy, problem } = useSave(form, ["name", "permissions", "isDefault", "simultaneousCalls"]);
  const set = useSetPresets(of);
  const submit = async (values: typeof form.values): Promise<void> => {
    const preset = { ...values, name: values.name.trim(), simultaneousCalls: callsOf(values) };
    if (await save(() => set(index, preset))) onClose();
  };
  const canGive = (key: string): boolean => own.includes(key) || before?.permissions.includes(key) === true;
  return (
    <PartDialog
      title={before === undefined ? t("new") : t("editNamed", { name: before.name })}
      isOpen
      onClose={onClose}
    >
      <PartForm
        onSubmit={form.onSubmit((values) => void submit(values))}
        isBusy={isBusy}
        problem={problem}
        onClose={onClose}
      >
        <TextInput
          label={t("name")}
          required
          data-autofocus
          autoComplete="off"
          maxLength={nameLengthMax}
          {...form.getInputProps("name")}
        />
        <Checkbox.Group label={t("rights")} {...form.getInputProps("permissions")}>
          {delegablePermissions.map((key) => (
            <Checkbox
              key={key}
              value={key}
              mt={10}
              label={t(`permissions:permission.${key}`)}
              disabled={!canGive(key)}
              description={canGive(key) ? null : t("customers:rights.lacking")}
            />
          ))}
        </Checkbox.Group>
        <CallsOfLines permissions={form.values.permissions} {...form.getInputProps("simultaneousCalls")} />
        <Checkbox
          label={t("isDefault")}
          description={t("isDefaultText")}
          {...form.getInputProps("isDefault", { type: "checkbox" })}
        />
      </PartForm>
    </PartDialog>
  );
}
