import { useMutation, useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useViewer } from "../../api/viewer.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { HandDownDocument, ResellersBelowDocument, type ItemRowFragment } from "./inventory.generated.ts";
import { useSend } from "../../api/use-send.ts";

interface HandDownProps {
  readonly items: readonly ItemRowFragment[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Gives free items to a reseller below, for good: all of them or none. What is not free is left out and said. */
export function HandDown({ items, isOpen, onClose, onMoved }: HandDownProps) {
  const { t } = useTranslation("inventory");
  const { reseller } = useViewer();
  const [to, setTo] = useState<string | null>(null);
  const below = useQuery(ResellersBelowDocument, { skip: !isOpen }).data?.resellers.nodes ?? [];
  const receivers = below.filter(({ id, state }) => id !== reseller.id && state !== "CLOSED");
  const free = items.filter(({ state }) => isAvailable(state));
  const { send, isBusy, problem } = useSend();
  const [handDown] = useMutation(HandDownDocument);

  async function give(): Promise<void> {
    if (to === null) return;
    const itemIds = free.map(({ id }) => id);
    const intent = `hand-down:${to}:${itemIds.join()}`;
    const isDone = await send(async () => {
      const input = { idempotencyKey: idempotencyKey(intent), itemIds, resellerId: to };
      return (await handDown({ variables: { input } })).data?.handInventoryDown.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    const name = receivers.find(({ id }) => id === to)?.name ?? "";
    notifications.show({ message: t("handDown.done", { count: itemIds.length, name }) });
    onClose();
    onMoved();
  }

  const chooseFirst = to === null ? t("handDown.chooseFirst") : null;
  return (
    <FormDialog
      title={t("handDown.title")}
      isOpen={isOpen}
      onClose={onClose}
      deed={t("handDown.deed", { count: free.length })}
      disabledReason={free.length === 0 ? t("handDown.noneFree") : chooseFirst}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void give()}
    >
      <p>
        {t("handDown.text", { count: free.length })}{" "}
        {free.length < items.length && t("handDown.leftOut", { count: items.length - free.length })}
      </p>
      <Select
        label={t("handDown.to")}
        required
        data-autofocus
        searchable
        data={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
        nothingFoundMessage={t("handDown.nobody")}
      />
    </FormDialog>
  );
}
