import { useMutation, useQuery } from "@apollo/client/react";
import { Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { deactivateWord } from "@tierline/shared/customer-state.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ConfirmForm } from "../../ui/ConfirmByName.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { forgetCustomerLists } from "./customer-lists.ts";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import {
  CustomerDependentsDocument,
  DeactivateCustomerDocument,
  type CustomerDependentsQuery,
} from "./customer-standing.generated.ts";

interface DeactivateCustomerProps {
  readonly customer: CustomerFieldsFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Dependents = NonNullable<CustomerDependentsQuery["customer"]>["dependents"];

/** Locks a customer's people out (MX6): says how many, and wants the word typed. */
export function DeactivateCustomer({ customer, isOpen, onClose }: DeactivateCustomerProps) {
  const { t } = useTranslation("customers");
  const result = useQuery(CustomerDependentsDocument, {
    variables: { id: customer.id },
    skip: !isOpen,
    fetchPolicy: "network-only",
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("deactivate.title", { customer: customer.label })}
      closeLabel={t("close")}
      size="lg"
    >
      <QueryState result={result} rows={3}>
        {({ customer: found }) =>
          found === null ? (
            <NotFound />
          ) : (
            <Confirm customer={customer} dependents={found.dependents} onClose={onClose} />
          )
        }
      </QueryState>
    </Dialog>
  );
}

interface ConfirmProps extends Omit<DeactivateCustomerProps, "isOpen"> {
  readonly dependents: Dependents;
}

function Confirm({ customer, dependents, onClose }: ConfirmProps) {
  const { t } = useTranslation("customers");
  const form = useForm({ initialValues: { note: "" } });
  const { save, isBusy, problem } = useSave(form, ["note"]);
  const [deactivate] = useMutation(DeactivateCustomerDocument, { update: forgetCustomerLists });
  const send = async (): Promise<void> => {
    const note = form.values.note.trim() || null;
    const input = { id: customer.id, confirmation: deactivateWord, note };
    const isDone = await save(
      async () => (await deactivate({ variables: { input } })).data?.deactivateCustomer.userErrors,
    );
    if (isDone) onClose();
  };
  return (
    <ConfirmForm
      onClose={onClose}
      name={deactivateWord}
      isAnyCase
      consequences={[
        t("deactivate.people", { count: dependents.people }),
        t("deactivate.services", { count: dependents.services }),
        t("deactivate.back"),
      ]}
      onConfirm={() => void send()}
      isBusy={isBusy}
      labels={{
        typeName: (word) => t("deactivate.typeWord", { word }),
        confirm: t("deactivate.confirm"),
        cancel: t("cancel"),
        notYet: t("deactivate.notYet", { word: deactivateWord }),
      }}
    >
      <Textarea label={t("deactivate.note")} autosize minRows={2} mb="md" {...form.getInputProps("note")} />
      {problem !== null && <ErrorNotice title={t("notSaved")} what={problem.message} />}
    </ConfirmForm>
  );
}
