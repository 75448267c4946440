import { useMutation, useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { AssignRatePlanDocument, PlanBuyersDocument, type RatePlanRowFragment } from "./rates.generated.ts";
import { useRateLabels } from "./use-rate-labels.ts";

interface AssignDialogProps {
  readonly plan: RatePlanRowFragment;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const everybody = "everybody";
const shown = 50;

/** Who buys by a plan from now on. */
export function AssignDialog({ plan, onClose, onSaved }: AssignDialogProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const [buyer, setBuyer] = useState<string>(everybody);
  const [search, setSearch] = useState("");
  const result = useQuery(PlanBuyersDocument, { variables: { search, first: shown } });
  const { send, isBusy, problem } = useSend();
  const [assign] = useMutation(AssignRatePlanDocument);
  const data = result.data ?? result.previousData;
  const submit = async (): Promise<void> => {
    const intent = `assign-rate-plan:${plan.id}:${buyer}`;
    const input = {
      idempotencyKey: idempotencyKey(intent),
      id: plan.id,
      ...(buyer.startsWith("cus_") && { customerId: buyer }),
      ...(buyer.startsWith("rsl_") && { resellerId: buyer }),
    };
    if (!(await send(async () => (await assign({ variables: { input } })).data?.assignRatePlan.userErrors))) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={t("plan.assignNamed", { name: plan.name })}
      onClose={onClose}
      deed={t("plan.assign")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <Select
        label={t("plan.buyer")}
        description={t("plan.buyerHint")}
        data={[
          { value: everybody, label: t("plan.everybody") },
          {
            group: t("plan.resellers"),
            items: data?.resellers.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [],
          },
          {
            group: t("plan.customersGroup"),
            items: data?.customers.nodes.map(({ id, label }) => ({ value: id, label })) ?? [],
          },
        ]}
        searchable
        allowDeselect={false}
        onSearchChange={setSearch}
        value={buyer}
        onChange={(value) => setBuyer(value ?? everybody)}
        data-autofocus
      />
    </FormDialog>
  );
}
