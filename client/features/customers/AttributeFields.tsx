import { Button, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { attributesMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import classes from "./CustomerForm.module.css";
import type { EditValues } from "./edit-values.ts";

/** Names and values of one's own, as an account number in another system. */
export function AttributeFields({ form }: { form: UseFormReturnType<EditValues> }) {
  const { t } = useTranslation("customers");
  const { attributes } = form.values;
  return (
    <fieldset className={classes.section}>
      <legend>{t("field.attributes")}</legend>
      {attributes.map((_attribute, index) => (
        <div key={index} className={classes.row}>
          <TextInput
            aria-label={t("attribute.key", { number: index + 1 })}
            placeholder={t("attribute.name")}
            {...form.getInputProps(`attributes.${index}.key`)}
          />
          <TextInput
            aria-label={t("attribute.nth", { number: index + 1 })}
            placeholder={t("attribute.value")}
            {...form.getInputProps(`attributes.${index}.value`)}
          />
          <Button
            variant="subtle"
            size="xs"
            aria-label={t("attribute.remove", { number: index + 1 })}
            onClick={() => form.removeListItem("attributes", index)}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        disabled={attributes.length >= attributesMax}
        onClick={() => form.insertListItem("attributes", { key: "", value: "" })}
      >
        {t("attribute.add")}
      </Button>
    </fieldset>
  );
}
