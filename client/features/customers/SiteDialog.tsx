import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { AddSiteDocument, UpdateSiteDocument } from "./customer-changes.generated.ts";
import { addressValues, siteInput, type SiteValues } from "./customer-form.ts";
import type { CustomerSiteFragment } from "./customer.generated.ts";
import { AddressFields } from "./form-fields.tsx";
import { PartDialog, PartForm } from "./PartDialog.tsx";
import { useSave, within } from "../../api/use-save.ts";

interface SiteDialogProps {
  readonly customerId: string;
  readonly homeCountry: string;
  readonly site: CustomerSiteFragment | "new" | null;
  readonly onClose: () => void;
}

export function SiteDialog({ site, onClose, ...owner }: SiteDialogProps) {
  const { t } = useTranslation("customers");
  const title = site === null || site === "new" ? t("sites.add") : t("editNamed", { name: site.name });
  return (
    <PartDialog title={title} isOpen={site !== null} onClose={onClose}>
      {site !== null && <SiteForm {...owner} site={site === "new" ? null : site} onClose={onClose} />}
    </PartDialog>
  );
}

interface SiteFormProps extends Omit<SiteDialogProps, "site"> {
  readonly site: CustomerSiteFragment | null;
}

function SiteForm({ customerId, homeCountry, site, onClose }: SiteFormProps) {
  const { t } = useTranslation("customers");
  const form = useForm<SiteValues>({
    initialValues: { name: site?.name ?? "", address: addressValues(site?.address ?? null, homeCountry) },
  });
  const [add] = useMutation(AddSiteDocument);
  const [update] = useMutation(UpdateSiteDocument);
  const { save, isBusy, problem } = useSave(form, ["name", "address"]);

  async function submit(values: SiteValues): Promise<void> {
    const input = siteInput(values);
    const intent = `site.add:${customerId}:${JSON.stringify(input)}`;
    const isSaved = await save(async () => {
      if (site !== null) {
        const { data } = await update({ variables: { input: { id: site.id, site: input } } });
        return within("site", data?.updateSite.userErrors);
      }
      const { data } = await add({
        variables: { input: { customerId, site: input, idempotencyKey: idempotencyKey(intent) } },
      });
      return within("site", data?.addSite.userErrors);
    });
    if (!isSaved) return;
    forgetIdempotencyKey(intent);
    onClose();
  }

  return (
    <PartForm
      onSubmit={form.onSubmit((values) => void submit(values))}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
    >
      <TextInput
        label={t("field.siteName")}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("name")}
      />
      <AddressFields field={(at) => form.getInputProps(at)} prefix="address." />
    </PartForm>
  );
}
