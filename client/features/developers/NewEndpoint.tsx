import { useMutation } from "@apollo/client/react";
import { Checkbox, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { webhookEventKeys, webhookEventName, webhookEvents } from "@tierline/shared/webhook-event.ts";
import { useTranslation } from "react-i18next";
import type * as Schema from "../../api/generated/schema.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./Developers.module.css";
import { CreateEndpointDocument } from "./webhooks.generated.ts";

interface NewEndpointProps {
  readonly onClose: () => void;
  readonly onMade: (secret: string | null) => void;
}

/** An endpoint for the reseller whose console this is; nothing is offered that one may not see oneself. */
export function NewEndpoint({ onClose, onMade }: NewEndpointProps) {
  const { t } = useTranslation("webhooks");
  const { permissions } = useViewer();
  const form = useForm({ initialValues: { url: "https://", events: [] as Schema.WebhookEvent[] } });
  const { save, isBusy, problem } = useSave(form, ["url", "events"]);
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
      <TextInput
        label={t("url")}
        description={t("urlHint")}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("url")}
      />
      <Checkbox.Group label={t("hears")} required {...form.getInputProps("events")}>
        <div className={classes.events}>
          {webhookEventKeys.map((key) => {
            const name = webhookEventName(key) as Schema.WebhookEvent; // the contract's enum is made of these
            return (
              <Checkbox
                key={key}
                value={name}
                label={<code>{key}</code>}
                description={t(`events.${name}`)}
                disabled={!permissions.includes(webhookEvents[key].permission)}
              />
            );
          })}
        </div>
      </Checkbox.Group>
    </FormDialog>
  );
}
