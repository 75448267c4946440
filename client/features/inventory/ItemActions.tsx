import { useMutation } from "@apollo/client/react";
import { Button, Textarea } from "@mantine/core";
import {
  inventoryItemMovesByHand,
  isAvailable,
  needsReasonByHand,
  type InventoryItemState,
} from "@tierline/shared/inventory-item-state.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { UpdateItemDocument, type ItemViewFragment } from "./item.generated.ts";
import { SellItem } from "./SellItem.tsx";
import { useSend } from "../../api/use-send.ts";

interface ItemActionsProps {
  readonly item: ItemViewFragment;
  readonly onChanged: () => void;
}

/** The moves that a person may make, and the sale without a service (OX10). */
export function ItemActions({ item, onChanged }: ItemActionsProps) {
  const { t } = useTranslation("inventory");
  const canEdit = useCan("inventory.edit").isAllowed;
  const [target, setTarget] = useState<MoveByHand | null>(null);
  const [isSelling, setSelling] = useState(false);
  const whyNotSell = useWhyNotSell(item);
  return (
    <>
      {canEdit &&
        movesOf(item.state).map((state) => (
          <Button key={state} variant="default" onClick={() => setTarget(state)}>
            {t(`move.${state}.button`)}
          </Button>
        ))}
      <ReasonedButton variant="default" disabledReason={whyNotSell} onClick={() => setSelling(true)}>
        {t("sell.button")}
      </ReasonedButton>
      {target !== null && <MoveItem item={item} target={target} onClose={() => setTarget(null)} onMoved={onChanged} />}
      {isSelling && <SellItem item={item} onClose={() => setSelling(false)} onSold={onChanged} />}
    </>
  );
}

const movesByHand = ["IN_STOCK", "DAMAGED", "RETIRED"] as const satisfies readonly InventoryItemState[];
type MoveByHand = (typeof movesByHand)[number];

function movesOf(state: InventoryItemState): MoveByHand[] {
  return movesByHand.filter((target) => inventoryItemMovesByHand[state].includes(target));
}

function useWhyNotSell({ state, reservation }: ItemViewFragment): string | null {
  const { t } = useTranslation(["inventory", "words"]);
  const can = useCan("inventory.sell");
  if (can.reason !== null) return can.reason;
  if (isAvailable(state) || reservation?.isYours === true) return null;
  return t("sell.notFree", { state: t(`words:item.${state}`) });
}

interface MoveItemProps {
  readonly item: ItemViewFragment;
  readonly target: MoveByHand;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** The reason becomes the item's note and stands in its history. */
function MoveItem({ item, target, onClose, onMoved }: MoveItemProps) {
  const { t } = useTranslation("inventory");
  const [reason, setReason] = useState("");
  const { send, isBusy, problem } = useSend();
  const [update] = useMutation(UpdateItemDocument);
  const isRequired = needsReasonByHand(item.state, target);
  const note = reason.trim();

  async function move(): Promise<void> {
    const input = {
      id: item.id,
      version: item.version,
      state: target,
      ...(note !== "" && { note }),
    };
    const isDone = await send(
      async () => (await update({ variables: { input } })).data?.updateInventoryItem.userErrors,
    );
    onMoved();
    if (isDone) onClose();
  }

  return (
    <FormDialog
      title={t(`move.${target}.title`, { item: item.label })}
      isOpen
      onClose={onClose}
      deed={t(`move.${target}.button`)}
      isDangerous={target === "RETIRED"}
      disabledReason={isRequired && note === "" ? t("move.needsReason") : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void move()}
    >
      <p>{t(`move.${target}.text`)}</p>
      <Textarea
        label={t("move.reason")}
        description={t("move.reasonHint")}
        required={isRequired}
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
