import { Button, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { attributesMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import classes from "./CustomerForm.module.css";

interface AttributesForm {
  getInputProps(path: string): GetInputPropsReturnType;
  removeListItem(path: string, index: number): void;
  insertListItem(path: string, item: unknown): void;
}

interface AttributeFieldsProps {
  readonly form: AttributesForm;
  /** Where in the form they are. */
  readonly at: "attributes" | "settings";
  readonly count: number;
  readonly title: string;
}

/** Names and values of one's own, as an account number in another system. */
export function AttributeFields({ form, at, count, title }: AttributeFieldsProps) {
  const { t } = useTranslation("customers");
  return (
    <fieldset className={classes.section}>
      <legend>{title}</legend>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.row}>
          <TextInput
            aria-label={t("attribute.key", { number: index + 1 })}
            placeholder={t("attribute.name")}
            {...form.getInputProps(`${at}.${index}.key`)}
          />
          <TextInput
            aria-label={t("attribute.nth", { number: index + 1 })}
            placeholder={t("attribute.value")}
            {...form.getInputProps(`${at}.${index}.value`)}
          />
          <Button
            variant="subtle"
            size="xs"
            aria-label={t("attribute.remove", { number: index + 1 })}
            onClick={() => form.removeListItem(at, index)}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        disabled={count >= attributesMax}
        onClick={() => form.insertListItem(at, { key: "", value: "" })}
      >
        {t("attribute.add")}
      </Button>
    </fieldset>
  );
}
