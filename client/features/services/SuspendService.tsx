import { useMutation } from "@apollo/client/react";
import { Button, Group, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { isFinished } from "@tierline/shared/run-state.ts";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useCan } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { ResumeServiceDocument, SuspendServiceDocument, type ServiceViewFragment } from "./service.generated.ts";

/** Takes a service off the network, or brings back what a person took off: whichever there is to do. */
export function SuspendService({ service }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  const [isOpen, setOpen] = useState(false);
  const isBack = service.suspensionReasons.includes("MANUAL");
  const reason = useWhyNot(service);
  if (service.state !== "ACTIVE" && service.state !== "SUSPENDED") return null;
  return (
    <>
      <ReasonedButton variant="default" disabledReason={reason} onClick={() => setOpen(true)}>
        {t(isBack ? "suspend.resumeButton" : "suspend.button")}
      </ReasonedButton>
      {isOpen && <Confirm service={service} isBack={isBack} onClose={() => setOpen(false)} />}
    </>
  );
}

function useWhyNot({ currentRun }: ServiceViewFragment): string | null {
  const { t } = useTranslation("services");
  const can = useCan("service.suspend");
  if (can.reason !== null) return can.reason;
  if (currentRun !== null && !isFinished(currentRun.state)) return t("terminate.busy", { number: currentRun.number });
  return null;
}

interface ConfirmProps {
  readonly service: ServiceViewFragment;
  readonly isBack: boolean;
  readonly onClose: () => void;
}

/** The run's page follows where there is one. */
function Confirm({ service: { id, name, version, customer }, isBack, onClose }: ConfirmProps) {
  const { t } = useTranslation("services");
  const form = useForm({ initialValues: { note: "" } });
  const { save, isBusy, problem } = useSave(form, ["note"]);
  const [suspend] = useMutation(SuspendServiceDocument);
  const [resume] = useMutation(ResumeServiceDocument);
  const go = useGo();
  const reseller = useReseller();
  const intent = `service.${isBack ? "resume" : "suspend"}:${id}:${version}`;
  const send = async (): Promise<void> => {
    const note = form.values.note.trim() || null;
    const variables = { input: { id, version, note, idempotencyKey: idempotencyKey(intent) } };
    let run: { readonly id: string } | null = null;
    const isDone = await save(async () => {
      const payload = isBack
        ? (await resume({ variables })).data?.resumeService
        : (await suspend({ variables })).data?.suspendService;
      run = payload?.run ?? null;
      return payload?.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onClose();
    const begun = run as { readonly id: string } | null;
    if (begun !== null) go(path.run(reseller, begun.id));
  };
  const words = isBack
    ? {
        title: t("suspend.resumeTitle", { name }),
        confirm: t("suspend.resumeConfirm"),
        failed: t("suspend.resumeFailed"),
      }
    : { title: t("suspend.title", { name }), confirm: t("suspend.confirm"), failed: t("suspend.failed") };
  const said = isBack
    ? [t("suspend.on", { customer: customer.label })]
    : [t("suspend.off", { customer: customer.label }), t("suspend.keeps"), t("suspend.money")];
  return (
    <Dialog title={words.title} onClose={onClose} closeLabel={t("terminate.cancel")}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        {said.map((line) => (
          <Text key={line} mb="xs">
            {line}
          </Text>
        ))}
        <Textarea label={t("suspend.note")} autosize minRows={2} mb="md" {...form.getInputProps("note")} />
        {problem !== null && <ErrorNotice title={words.failed} what={problem.message} />}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("terminate.cancel")}
          </Button>
          <Button type="submit" loading={isBusy}>
            {words.confirm}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
