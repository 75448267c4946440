import { useMutation } from "@apollo/client/react";
import { Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { ReportProblemDocument } from "../api/problems.generated.ts";
import { useSave } from "../api/use-save.ts";
import { FormDialog } from "../ui/FormDialog.tsx";

interface ReportProblemProps {
  /** Left out by who belongs to a customer. */
  readonly customerId?: string;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onReported: () => void;
}

/** What does not work, for the customer's support contacts (M6); where there are none, whoever reports learns who hears instead. */
export function ReportProblem({ customerId, services, onClose, onReported }: ReportProblemProps) {
  const { t } = useTranslation("problems");
  const form = useForm({ initialValues: { serviceId: null as string | null, application: "", text: "" } });
  const { save, isBusy, problem } = useSave(form, ["serviceId", "application", "text"]);
  const [report] = useMutation(ReportProblemDocument);
  async function send(): Promise<void> {
    const { serviceId, application, text } = form.values;
    const said = {
      text,
      application: application.trim() || null,
      serviceId,
      ...(customerId !== undefined && { customerId }),
    };
    const intent = `problem.report:${JSON.stringify(said)}`;
    let told = 0;
    const isDone = await save(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      const payload = (await report({ variables: { input } })).data?.reportProblem;
      told = payload?.problem?.contactsTold ?? 0;
      return payload?.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: told === 0 ? t("sentToReseller") : t("sent", { count: told }) });
    onReported();
    onClose();
  }
  return (
    <FormDialog
      title={t("report")}
      onClose={onClose}
      deed={t("send")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notSent"), request: t("request") }}
    >
      {services.length > 0 && (
        <Select
          label={t("field.service")}
          description={t("field.optional")}
          clearable
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("serviceId")}
        />
      )}
      <TextInput
        label={t("field.application")}
        description={t("field.applicationHint")}
        autoComplete="off"
        {...form.getInputProps("application")}
      />
      <Textarea
        label={t("field.text")}
        description={t("field.textHint")}
        required
        autosize
        minRows={4}
        maxRows={12}
        data-autofocus
        {...form.getInputProps("text")}
      />
    </FormDialog>
  );
}
