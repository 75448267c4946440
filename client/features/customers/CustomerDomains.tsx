import { useMutation, useQuery } from "@apollo/client/react";
import { TagsInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { domainsMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useCan } from "../../api/viewer.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { CustomerDomainsDocument, SetCustomerDomainsDocument } from "./customer-people.generated.ts";
import classes from "./CustomerPage.module.css";
import { PartDialog, PartForm } from "./PartDialog.tsx";

/** The e-mail domains by which the customer's people are known (MX9). */
export function CustomerDomains({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("customers");
  const can = useCan("customer.update");
  const [isEditing, setEditing] = useState(false);
  const result = useQuery(CustomerDomainsDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const domains = result.data?.customer?.domains ?? [];
  const close = (): void => setEditing(false);
  return (
    <Panel
      title={t("domains.title")}
      count={domains.length}
      padded={false}
      aside={
        <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setEditing(true)}>
          {t("domains.edit")}
        </ReasonedButton>
      }
    >
      <QueryState result={result} rows={1}>
        {() =>
          domains.length === 0 ? (
            <EmptyState kind="first" title={t("domains.none")} />
          ) : (
            <ul className={classes.list}>
              {domains.map((domain) => (
                <li key={domain}>
                  <span className={classes.grow}>{domain}</span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <PartDialog title={t("domains.editTitle")} isOpen={isEditing} onClose={close}>
        <DomainsForm customerId={customerId} before={domains} onClose={close} />
      </PartDialog>
    </Panel>
  );
}

interface DomainsFormProps {
  readonly customerId: string;
  readonly before: readonly string[];
  readonly onClose: () => void;
}

function DomainsForm({ customerId, before, onClose }: DomainsFormProps) {
  const { t } = useTranslation("customers");
  const form = useForm({ initialValues: { domains: [...before] } });
  const { save, isBusy, problem } = useSave(form, []);
  const [set] = useMutation(SetCustomerDomainsDocument);
  const send = async (domains: string[]): Promise<void> => {
    const variables = { input: { id: customerId, domains } };
    const isDone = await save(async () => (await set({ variables })).data?.setCustomerDomains.userErrors);
    if (isDone) onClose();
  };
  return (
    <PartForm
      onSubmit={form.onSubmit(({ domains }) => void send(domains))}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
    >
      <TagsInput
        label={t("domains.title")}
        description={t("domains.hint")}
        maxTags={domainsMax}
        acceptValueOnBlur
        splitChars={[",", " ", ";"]}
        data-autofocus
        {...form.getInputProps("domains")}
      />
    </PartForm>
  );
}
