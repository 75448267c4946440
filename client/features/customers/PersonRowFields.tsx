import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { emailLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import classes from "./AddSubscribers.module.css";
import type { HeldPackage } from "./held-package.ts";
import type { PersonField, PersonRow } from "./people-rows.ts";

interface PersonRowFieldsProps {
  readonly row: PersonRow;
  readonly nth: number;
  readonly seats: readonly HeldPackage[];
  /** Why they were not added. */
  readonly error: string | null;
  readonly isLocked: boolean;
  readonly onChange: (row: PersonRow) => void;
  /** True when it was rows, which stand in place of this one then. */
  readonly onPaste: (text: string) => boolean;
  readonly onRemove: () => void;
}

const texts = [
  ["firstName", nameLengthMax],
  ["lastName", nameLengthMax],
  ["phone", 32],
  ["extension", 10],
] as const satisfies readonly (readonly [PersonField, number])[];

/** One person of many: a line of fields, on a phone a block of them. */
export function PersonRowFields({ row, nth, seats, error, isLocked, ...does }: PersonRowFieldsProps) {
  const { t } = useTranslation("subscribers");
  const nameOf = (field: PersonField): string => t("several.field", { field: t(field), row: nth });
  const say = (field: PersonField, text: string): void => does.onChange({ ...row, [field]: text });
  return (
    <li className={classes.row}>
      <TextInput
        className={classes.email ?? ""}
        type="email"
        size="xs"
        aria-label={nameOf("email")}
        placeholder={t("email")}
        maxLength={emailLengthMax}
        autoComplete="off"
        disabled={isLocked}
        error={error}
        {...(nth === 1 && { "data-autofocus": true })}
        value={row.email}
        onChange={(event) => say("email", event.currentTarget.value)}
        onPaste={(event) => {
          if (does.onPaste(event.clipboardData.getData("text"))) event.preventDefault();
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={nameOf("package")}
        disabled={isLocked}
        data={seats.map(({ offering }) => ({ value: offering.package?.key ?? "", label: offering.name }))}
        value={row.package}
        onChange={(event) => say("package", event.currentTarget.value)}
      />
      {texts.map(([field, max]) => (
        <TextInput
          key={field}
          size="xs"
          aria-label={nameOf(field)}
          placeholder={t(field)}
          maxLength={max}
          autoComplete="off"
          disabled={isLocked}
          value={row[field]}
          onChange={(event) => say(field, event.currentTarget.value)}
        />
      ))}
      <ActionIcon
        className={classes.remove ?? ""}
        variant="subtle"
        color="gray"
        aria-label={t("several.remove", { row: nth })}
        disabled={isLocked}
        onClick={does.onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
