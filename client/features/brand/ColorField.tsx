import { TextInput, type TextInputProps } from "@mantine/core";
import { brandColorPattern } from "@tierline/shared/brand.ts";
import { useTranslation } from "react-i18next";
import classes from "./Brand.module.css";

interface ColorFieldProps extends Omit<TextInputProps, "onChange" | "value"> {
  readonly label: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A colour as people have it: typed as `#rrggbb`, or picked. */
export function ColorField({ label, value = "", onChange, ...props }: ColorFieldProps) {
  const { t } = useTranslation("brand");
  const color = value.toLowerCase();
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      classNames={{ input: classes.code ?? "" }}
      maxLength={7}
      spellCheck={false}
      leftSection={
        <input
          type="color"
          className={classes.swatch}
          aria-label={t("color.pick", { color: label })}
          value={brandColorPattern.test(color) ? color : "#000000"}
          onChange={(event) => onChange?.(event.currentTarget.value)}
        />
      }
      {...props}
    />
  );
}
