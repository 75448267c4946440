import { Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { customFieldKinds } from "@tierline/shared/kinds.ts";
import { customFieldsMax, textLengthMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { EditableList } from "./EditableList.tsx";
import classes from "./OfferingPage.module.css";
import type { CustomFieldValues } from "./offering-values.ts";
import type { OfferingFormProps } from "./save-offering.tsx";

const empty: CustomFieldValues = { key: "", label: "", kind: "TEXT", isRequired: false, choices: "", maxLength: "" };

/** What is asked for in each order besides what every order has (O37). */
export function CustomFieldsEditor({ form }: Pick<OfferingFormProps, "form">) {
  const { t } = useTranslation("catalog");
  return (
    <EditableList
      title={t("ownFields")}
      none={t("noOwnFields")}
      add={t("ownField.add")}
      max={customFieldsMax}
      names={form.values.customFields.map(({ label, key }) => label || key)}
      onAdd={() => form.insertListItem("customFields", empty)}
      onRemove={(index) => form.removeListItem("customFields", index)}
      end={(index) => (
        <Checkbox
          label={t("required")}
          {...form.getInputProps(`customFields.${index}.isRequired`, { type: "checkbox" })}
        />
      )}
    >
      {(index) => <Fields form={form} index={index} />}
    </EditableList>
  );
}

function Fields({ form, index }: Pick<OfferingFormProps, "form"> & { readonly index: number }) {
  const { t } = useTranslation("catalog");
  const kind = form.values.customFields[index]?.kind;
  const at = `customFields.${index}`;
  return (
    <>
      <div className={classes.triple}>
        <TextInput label={t("ownField.label")} required autoComplete="off" {...form.getInputProps(`${at}.label`)} />
        <TextInput
          label={t("ownField.key")}
          required
          spellCheck={false}
          autoComplete="off"
          {...form.getInputProps(`${at}.key`)}
        />
        <Select
          label={t("ownField.kind")}
          allowDeselect={false}
          data={customFieldKinds.map((value) => ({ value, label: t(`fieldKind.${value}`) }))}
          {...form.getInputProps(`${at}.kind`)}
        />
      </div>
      {kind === "CHOICE" && (
        <Textarea
          label={t("ownField.choices")}
          description={t("ownField.choicesHint")}
          required
          autosize
          minRows={2}
          {...form.getInputProps(`${at}.choices`)}
        />
      )}
      {kind === "TEXT" && (
        <NumberInput
          label={t("ownField.maxLength")}
          min={1}
          max={textLengthMax}
          className={classes.short ?? ""}
          {...form.getInputProps(`${at}.maxLength`)}
        />
      )}
    </>
  );
}
