import { Checkbox, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { webhookEventKeys, webhookEventName, webhookEvents } from "@tierline/shared/webhook-event.ts";
import { useTranslation } from "react-i18next";
import type * as Schema from "../../api/generated/schema.ts";
import { useViewer } from "../../api/viewer.tsx";
import classes from "./Developers.module.css";

export interface EndpointValues {
  readonly url: string;
  readonly events: Schema.WebhookEvent[];
}

/** Where it is told, and of what; nothing is offered that one may not see oneself. */
export function EndpointFields<Values extends EndpointValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation("webhooks");
  const { permissions } = useViewer();
  return (
    <>
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
    </>
  );
}
