import { useQuery } from "@apollo/client/react";
import { formatIdentifier } from "@tierline/shared/identifier.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { ConnectNumber } from "../../navigation/ConnectNumber.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ChangeLease } from "./ChangeLease.tsx";
import { ChangeNumber } from "./ChangeNumber.tsx";
import { DisconnectNumber } from "./DisconnectNumber.tsx";
import { GiveBackNumber } from "./GiveBackNumber.tsx";
import { OneNumberDocument } from "./numbers.generated.ts";
import { OfferNumber } from "./OfferNumber.tsx";
import { ShownNumber, type NumberDeed } from "./ShownNumber.tsx";
import { WithdrawNumber } from "./WithdrawNumber.tsx";

interface NumberDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One number, or what is being done to it. */
export function NumberDialog({ id, onClose, onChanged }: NumberDialogProps) {
  const { t } = useTranslation("numbers");
  const [deed, setDeed] = useState<NumberDeed | null>(null);
  const withCost = useCan("finance.view").isAllowed;
  const result = useQuery(OneNumberDocument, { variables: { id, withCost }, fetchPolicy: "cache-and-network" });
  const item = result.data?.inventoryItem ?? null;
  const label = item === null ? t("number") : formatIdentifier("PHONE_NUMBER", item.identifier);
  const onDone = (): void => {
    void result.refetch();
    onChanged();
  };
  const dialog = { onClose: () => setDeed(null), onDone };
  const number = { id, label };
  if (item !== null && deed === "connect") return <ConnectNumber number={number} customer={null} {...dialog} />;
  if (item !== null && deed === "offer") return <OfferNumber number={number} offer={item.offer ?? null} {...dialog} />;
  if (item !== null && deed === "withdraw") return <WithdrawNumber number={number} {...dialog} />;
  if (item?.lease != null && deed === "giveBack") {
    // It is in one's stock no more, so that there is nothing left to be looked at.
    return <GiveBackNumber number={number} lease={item.lease} onClose={dialog.onClose} onDone={leave} />;
  }
  if (item?.sale != null && deed === "changeSale") return <ChangeLease number={number} sale={item.sale} {...dialog} />;
  if (item?.did != null && deed === "change") return <ChangeNumber did={item.did} {...dialog} />;
  if (item?.did != null && deed === "disconnect") {
    return <DisconnectNumber did={item.did} customer={item.customer} {...dialog} />;
  }
  return (
    <Dialog isOpen onClose={onClose} title={label} size="lg" closeLabel={t("close")}>
      <QueryState result={result}>
        {({ inventoryItem }) =>
          inventoryItem === null ? <p>{t("notFound")}</p> : <ShownNumber item={inventoryItem} onDeed={setDeed} />
        }
      </QueryState>
    </Dialog>
  );

  function leave(): void {
    onChanged();
    onClose();
  }
}
