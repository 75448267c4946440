import { useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type * as Schema from "../../api/generated/schema.ts";
import { useSave } from "../../api/use-save.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { EndpointFields } from "./EndpointFields.tsx";
import { UpdateEndpointDocument, type EndpointViewFragment } from "./webhooks.generated.ts";

interface EditEndpointProps {
  readonly endpoint: EndpointViewFragment;
  readonly onClose: () => void;
}

/** Another address or other events; its secrets, its reach and what waits for it stay. */
export function EditEndpoint({ endpoint, onClose }: EditEndpointProps) {
  const { t } = useTranslation("webhooks");
  const { id, version } = endpoint;
  const form = useForm({ initialValues: { url: endpoint.url, events: [...endpoint.events] as Schema.WebhookEvent[] } });
  const { save, isBusy, problem } = useSave(form, ["url", "events"]);
  const [update] = useMutation(UpdateEndpointDocument);

  async function change(): Promise<void> {
    const { url, events } = form.getValues();
    // Only what was changed: whoever gives an address or events anew answers for the endpoint from then on.
    const isSame = events.toSorted().join() === endpoint.events.toSorted().join();
    const input = { id, version, ...(url === endpoint.url ? {} : { url }), ...(isSame ? {} : { events }) };
    const isDone = await save(async () => {
      const { data } = await update({ variables: { input } });
      return data?.updateWebhookEndpoint.userErrors;
    });
    if (isDone) onClose();
  }

  return (
    <FormDialog
      title={t("editTitle")}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void change()}
      labels={{ close: t("cancel"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <EndpointFields form={form} />
    </FormDialog>
  );
}
