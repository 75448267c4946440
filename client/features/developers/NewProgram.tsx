import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { keyDaysDefault, keyDaysMax, requestsPerMinuteDefault, requestsPerMinuteMax } from "@tierline/shared/limits.ts";
import { permissionsOfScopes, scopeKeys, scopes, type Scope } from "@tierline/shared/scope.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { CreateProgramDocument } from "./developers.generated.ts";
import classes from "./Developers.module.css";

interface NewProgramProps {
  readonly onClose: () => void;
  readonly onMade: (token: string | null) => void;
}

/** A program for the reseller whose console this is; nothing is offered that one may not do oneself. */
export function NewProgram({ onClose, onMade }: NewProgramProps) {
  const { t } = useTranslation("developers");
  const { permissions } = useViewer();
  const own = new Set<string>(permissions);
  const form = useForm({
    initialValues: {
      name: "",
      scopes: ["customers_read"] as Scope[],
      ipList: "",
      requestsPerMinute: requestsPerMinuteDefault,
      days: keyDaysDefault,
    },
  });
  const { save, isBusy, problem } = useSave(form, ["name", "scopes", "ipList", "requestsPerMinute", "days"]);
  const [create] = useMutation(CreateProgramDocument);

  async function make(): Promise<void> {
    const { ipList, ...values } = form.getValues();
    const given = { ...values, ipList: ipList.split(/[\s,]+/).filter((each) => each !== "") };
    const intent = `program:${JSON.stringify(given)}`;
    let token: string | null = null;
    const isMade = await save(async () => {
      const { data } = await create({ variables: { input: { ...given, idempotencyKey: idempotencyKey(intent) } } });
      token = data?.createApiClient.token ?? null;
      return data?.createApiClient.userErrors;
    });
    if (!isMade) return;
    forgetIdempotencyKey(intent);
    onMade(token);
  }

  return (
    <Dialog isOpen onClose={onClose} title={t("newTitle")} size="lg" closeLabel={t("cancel")}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextInput label={t("name")} required autoComplete="off" data-autofocus {...form.getInputProps("name")} />
        <Checkbox.Group label={t("scopes")} required {...form.getInputProps("scopes")}>
          <div className={classes.keys}>
            {scopeKeys.map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                label={scope}
                description={scopes[scope].permissions.join(", ")}
                disabled={![...permissionsOfScopes([scope])].every((permission) => own.has(permission))}
              />
            ))}
          </div>
        </Checkbox.Group>
        <Textarea
          label={t("from")}
          description={t("fromHint")}
          autosize
          minRows={1}
          {...form.getInputProps("ipList")}
        />
        <NumberInput
          label={t("pace")}
          min={1}
          max={requestsPerMinuteMax}
          {...form.getInputProps("requestsPerMinute")}
        />
        <NumberInput label={t("days")} min={1} max={keyDaysMax} {...form.getInputProps("days")} />
        {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} />}
        <div className={classes.end}>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
