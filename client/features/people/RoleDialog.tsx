import { useMutation } from "@apollo/client/react";
import { Checkbox, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { permissionKeys, type Permission } from "@tierline/shared/permission.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors, type UserErrorLike } from "../../api/user-errors.ts";
import { useViewer } from "../../api/viewer.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./People.module.css";
import { CreateRoleDocument, UpdateRoleDocument, type RoleRowFragment } from "./roles.generated.ts";
import { usePeopleLabels } from "./use-people-labels.ts";

interface RoleDialogProps {
  /** Null makes another one. */
  readonly role: RoleRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface RoleValues {
  readonly name: string;
  readonly permissions: string[];
}

export function RoleDialog({ role, onClose, onSaved }: RoleDialogProps) {
  const { t } = useTranslation("roles");
  const labels = usePeopleLabels();
  const save = useSaveRole(role);
  const { send, isBusy, problem } = useSend();
  const form = useForm<RoleValues>({
    initialValues: { name: role?.name ?? "", permissions: role?.permissions ?? [] },
  });
  async function submit(): Promise<void> {
    const isDone = await send(async () => {
      const errors = await save(form.values);
      form.setErrors(fieldErrors(errors, ["name", "permissions"]).byField);
      return errors;
    });
    if (!isDone) return;
    onSaved();
    onClose();
  }
  return (
    <FormDialog
      title={role === null ? t("new") : t("editNamed", { name: role.name })}
      onClose={onClose}
      deed={role === null ? t("create") : labels.save}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <TextInput label={t("name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      <Checkbox.Group label={t("permissions")} {...form.getInputProps("permissions")}>
        <Permissions />
      </Checkbox.Group>
      {role !== null && <AuditLink subject={role.id} />}
    </FormDialog>
  );
}

type Group = Permission extends `${infer Noun}.${string}` ? Noun : never;

/** By what they are about; what one lacks is there, locked, with the reason. */
function Permissions() {
  const { t } = useTranslation(["roles", "permissions"]);
  const { permissions: own } = useViewer();
  const groups = Map.groupBy(permissionKeys, (key) => key.split(".")[0] as Group); // every key begins with its noun
  return (
    // A box that scrolls is reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.groups} tabIndex={0} role="group" aria-label={t("permissions")}>
      {[...groups].map(([group, keys]) => (
        <fieldset key={group} className={classes.group}>
          <legend>{t(`group.${group}`)}</legend>
          {keys.map((key) => {
            const isOwn = own.includes(key);
            return (
              <Checkbox
                key={key}
                value={key}
                label={t(`permissions:permission.${key}`)}
                disabled={!isOwn}
                {...(!isOwn && { description: t("lacking") })}
              />
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

function useSaveRole(role: RoleRowFragment | null): (values: RoleValues) => Promise<readonly UserErrorLike[]> {
  const [create] = useMutation(CreateRoleDocument);
  const [update] = useMutation(UpdateRoleDocument);
  return async (values) => {
    if (role !== null) {
      const input = { id: role.id, version: role.version, ...values };
      return (await update({ variables: { input } })).data?.updateRole.userErrors ?? [];
    }
    const intent = `role.create:${JSON.stringify(values)}`;
    const input = { ...values, idempotencyKey: idempotencyKey(intent) };
    const errors = (await create({ variables: { input } })).data?.createRole.userErrors ?? [];
    if (errors.length === 0) forgetIdempotencyKey(intent);
    return errors;
  };
}
