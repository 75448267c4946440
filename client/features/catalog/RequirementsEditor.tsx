import { Checkbox, Select, TextInput } from "@mantine/core";
import { requirementsMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { EditableList } from "./EditableList.tsx";
import classes from "./OfferingPage.module.css";
import type { RequirementValues } from "./offering-values.ts";
import type { OfferingFormProps } from "./save-offering.tsx";

interface RequirementsEditorProps extends Pick<OfferingFormProps, "form"> {
  readonly templates: readonly { readonly key: string; readonly label: string }[];
}

const empty: RequirementValues = { templateKey: "", slot: "", label: "", isRequired: true };

/** What it needs from stock, by template key: a template's new label changes nothing here (O17). */
export function RequirementsEditor({ form, templates }: RequirementsEditorProps) {
  const { t } = useTranslation("catalog");
  // Someone above sees the templates of several tiers; offerings know them by key, so each key is offered once.
  const labels = new Map(templates.map((each) => [each.key, each.label]));
  const choose = (index: number, key: string): void => {
    form.setFieldValue(`requirements.${index}.templateKey`, key);
    if (form.values.requirements[index]?.label === "")
      form.setFieldValue(`requirements.${index}.label`, labels.get(key) ?? "");
  };
  return (
    <EditableList
      title={t("needs")}
      none={t("needsNothing")}
      add={t("requirement.add")}
      max={requirementsMax}
      names={form.values.requirements.map(({ label, slot }) => label || slot)}
      onAdd={() => form.insertListItem("requirements", empty)}
      onRemove={(index) => form.removeListItem("requirements", index)}
      end={(index) => (
        <Checkbox
          label={t("required")}
          {...form.getInputProps(`requirements.${index}.isRequired`, { type: "checkbox" })}
        />
      )}
    >
      {(index) => (
        <div className={classes.triple}>
          <Select
            label={t("requirement.template")}
            required
            data={[...labels].map(([value, label]) => ({ value, label }))}
            {...form.getInputProps(`requirements.${index}.templateKey`)}
            value={form.values.requirements[index]?.templateKey || null}
            onChange={(key) => choose(index, key ?? "")}
          />
          <TextInput
            label={t("requirement.slot")}
            description={t("requirement.slotHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            required
            spellCheck={false}
            autoComplete="off"
            {...form.getInputProps(`requirements.${index}.slot`)}
          />
          <TextInput
            label={t("requirement.label")}
            autoComplete="off"
            {...form.getInputProps(`requirements.${index}.label`)}
          />
        </div>
      )}
    </EditableList>
  );
}
