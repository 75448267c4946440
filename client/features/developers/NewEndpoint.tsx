import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type * as Schema from "../../api/generated/schema.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { EndpointFields } from "./EndpointFields.tsx";
import { reachFields, ReachFields, wholeReach } from "./ReachFields.tsx";
import { CreateEndpointDocument } from "./webhooks.generated.ts";

interface NewEndpointProps {
  readonly onClose: () => void;
  readonly onMade: (secret: string | null) => void;
}

/** An endpoint that hears of a part of the tree. */
export function NewEndpoint({ onClose, onMade }: NewEndpointProps) {
  const { t } = useTranslation("webhooks");
  const form = useForm({ initialValues: { url: "https://", events: [] as Schema.WebhookEvent[], ...wholeReach } });
  const { save, isBusy, problem } = useSave(form, ["url", "events", ...reachFields]);
  const [create] = useMutation(CreateEndpointDocument);

  async function make(): Promise<void> {
    const values = form.getValues();
    const intent = `endpoint:${JSON.stringify(values)}`;
    let secret: string | null = null;
    const isMade = await save(async () => {
      const { data } = await create({ variables: { input: { ...values, idempotencyKey: idempotencyKey(intent) } } });
      secret = data?.createWebhookEndpoint.secret ?? null;
      return data?.createWebhookEndpoint.userErrors;
    });
    if (!isMade) return;
    forgetIdempotencyKey(intent);
    onMade(secret);
  }

  return (
    <FormDialog
      title={t("newTitle")}
      onClose={onClose}
      deed={t("make")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void make()}
      labels={{ close: t("cancel"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <EndpointFields form={form} />
      <ReachFields form={form} />
    </FormDialog>
  );
}
