import { useMutation, useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { AssignPriceListDocument, ListBuyersDocument, type PriceListRowFragment } from "./price-lists.generated.ts";
import { useRateLabels } from "./use-rate-labels.ts";

interface AssignListDialogProps {
  readonly list: PriceListRowFragment;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const everybody = "everybody";
const customers = "customers";

/** Which reseller right below, or whether all customers, buy by a price list from now on. */
export function AssignListDialog({ list, onClose, onSaved }: AssignListDialogProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const [buyer, setBuyer] = useState(everybody);
  const parentId = useViewer().reseller.id;
  const { data } = useQuery(ListBuyersDocument, { variables: { first: 100, parentId } });
  const { send, isBusy, problem } = useSend();
  const [assign] = useMutation(AssignPriceListDocument);
  const submit = async (): Promise<void> => {
    const intent = `assign-price-list:${list.id}:${buyer}`;
    const forCustomers = buyer === customers;
    const resellerId = buyer === everybody || forCustomers ? null : buyer;
    const input = { idempotencyKey: idempotencyKey(intent), id: list.id, resellerId, forCustomers };
    if (!(await send(async () => (await assign({ variables: { input } })).data?.assignPriceList.userErrors))) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={t("plan.assignNamed", { name: list.name })}
      onClose={onClose}
      deed={t("plan.assign")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <Select
        label={t("plan.buyer")}
        description={t("list.buyerHint")}
        data={[
          { value: everybody, label: t("list.everybody") },
          { value: customers, label: t("list.customers") },
          ...(data?.resellers.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? []),
        ]}
        searchable
        allowDeselect={false}
        value={buyer}
        onChange={(value) => setBuyer(value ?? everybody)}
        data-autofocus
      />
    </FormDialog>
  );
}
