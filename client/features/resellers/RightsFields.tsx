import { Checkbox, Radio } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { permissionKeys, type Permission } from "@tierline/shared/permission.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import classes from "./Resellers.module.css";
import { mayBeGiven, rightGroups, rightsOfGroup, type RightGroup } from "./rights.ts";

interface RightsFieldsProps {
  /** Null: everything that those above may do. */
  readonly value: readonly string[] | null;
  readonly onChange: (value: string[] | null) => void;
  /** What it had before this was opened; a new reseller had nothing. */
  readonly before: readonly string[] | null;
}

/** What a reseller and all below it may do: everything, or what is ticked. What one lacks oneself is locked and says why. */
export function RightsFields({ value, onChange, before }: RightsFieldsProps) {
  const { t } = useTranslation("resellers");
  const { permissions } = useViewer();
  // Where nothing was named before, all that may be is the beginning, and what is not meant is taken away.
  const named = before ?? [];
  const start = () => (named.length > 0 ? named : permissionKeys.filter((key) => permissions.includes(key)));
  return (
    <>
      <Radio.Group
        label={t("rights.howMuch")}
        value={value === null ? "all" : "some"}
        onChange={(choice) => onChange(choice === "all" ? null : [...start()])}
      >
        <Radio value="all" data-autofocus label={t("rights.all")} description={t("rights.allHint")} mt={6} />
        <Radio value="some" label={t("rights.some")} description={t("rights.someHint")} mt={8} />
      </Radio.Group>
      {value !== null && (
        <div className={classes.groups}>
          {rightGroups.map(({ key }) => (
            <Group key={key} group={key} value={value} onChange={onChange} before={before} />
          ))}
        </div>
      )}
    </>
  );
}

interface GroupProps extends RightsFieldsProps {
  readonly group: RightGroup;
  readonly value: readonly string[];
}

function Group({ group, value, onChange, before }: GroupProps) {
  const { t } = useTranslation(["resellers", "permissions"]);
  const { permissions } = useViewer();
  const toggle = (permission: Permission, isOn: boolean): void =>
    onChange(isOn ? [...value, permission] : value.filter((each) => each !== permission));
  return (
    <fieldset className={classes.group}>
      <legend>{t(`rights.group.${group}`)}</legend>
      {rightsOfGroup(group).map((permission) => {
        const isLocked = !mayBeGiven(permission, permissions, before);
        return (
          <Checkbox
            key={permission}
            mt={6}
            size="xs"
            label={t(`permissions:permission.${permission}`)}
            checked={value.includes(permission)}
            disabled={isLocked}
            {...(isLocked && {
              icon: IconLock,
              description: t("rights.locked"),
            })}
            onChange={(event) => toggle(permission, event.currentTarget.checked)}
          />
        );
      })}
    </fieldset>
  );
}
