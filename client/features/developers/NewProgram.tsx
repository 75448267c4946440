import { useMutation } from "@apollo/client/react";
import { Button, NumberInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { keyDaysDefault, keyDaysMax, requestsPerMinuteDefault } from "@tierline/shared/limits.ts";
import type { Scope } from "@tierline/shared/scope.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { CreateProgramDocument } from "./developers.generated.ts";
import classes from "./Developers.module.css";
import { givenOf, ProgramFields } from "./ProgramFields.tsx";
import { reachFields, ReachFields, wholeReach } from "./ReachFields.tsx";

interface NewProgramProps {
  readonly onClose: () => void;
  readonly onMade: (token: string | null) => void;
}

const fields = ["name", "scopes", "ipList", "requestsPerMinute", "days", ...reachFields];

/** A program with its first key; nothing is offered that one may not do oneself. */
export function NewProgram({ onClose, onMade }: NewProgramProps) {
  const { t } = useTranslation("developers");
  const form = useForm({
    initialValues: {
      name: "",
      scopes: ["customers_read"] as Scope[],
      ipList: "",
      requestsPerMinute: requestsPerMinuteDefault,
      days: keyDaysDefault,
      ...wholeReach,
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [create] = useMutation(CreateProgramDocument);

  async function make(): Promise<void> {
    const given = givenOf(form.getValues());
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
        <ProgramFields form={form} />
        <ReachFields form={form} />
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
