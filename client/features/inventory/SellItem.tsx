import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { FormDialog } from "./FormDialog.tsx";
import {
  SellCustomersDocument,
  SellItemDocument,
  type ItemViewFragment,
  type SellCustomerFragment,
} from "./item.generated.ts";
import classes from "./ItemPage.module.css";
import { useSend } from "../../api/use-send.ts";

interface SellItemProps {
  readonly item: ItemViewFragment;
  readonly onClose: () => void;
  readonly onSold: () => void;
}

/** A spare router or a prepaid card, without a service (OX10). */
export function SellItem({ item, onClose, onSold }: SellItemProps) {
  const { t } = useTranslation("inventory");
  const [customer, setCustomer] = useState<SellCustomerFragment | null>(null);
  const [note, setNote] = useState("");
  const { send, isBusy, problem } = useSend();
  const [sellItem] = useMutation(SellItemDocument);

  async function sell(): Promise<void> {
    if (customer === null) return;
    const sale = { itemId: item.id, customerId: customer.id, note: note.trim() || null };
    const intent = `sell:${JSON.stringify(sale)}:${item.version}`;
    const isDone = await send(async () => {
      const input = { ...sale, idempotencyKey: idempotencyKey(intent) };
      return (await sellItem({ variables: { input } })).data?.sellInventoryItem.userErrors;
    });
    onSold();
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("sell.done", { item: item.label, customer: customer.label }) });
    onClose();
  }

  return (
    <FormDialog
      title={t("sell.title", { item: item.label })}
      isOpen
      onClose={onClose}
      deed={t("sell.deed")}
      disabledReason={customer === null ? t("sell.chooseFirst") : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void sell()}
    >
      <p>{t("sell.text")}</p>
      {customer === null ? (
        <FindCustomer onChoose={setCustomer} />
      ) : (
        <div className={classes.chosen}>
          <span>
            <strong>{customer.label}</strong> <OwnerPath tierPath={customer.tierPath} onlyBelow />
          </span>
          <Button variant="subtle" size="compact-sm" autoFocus onClick={() => setCustomer(null)}>
            {t("sell.change")}
          </Button>
        </div>
      )}
      <Textarea
        label={t("note")}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Found by name, number, e-mail or phone as it is typed (O11); rows read as they do everywhere (O12). */
function FindCustomer({ onChoose }: { onChoose: (customer: SellCustomerFragment) => void }) {
  const { t } = useTranslation("inventory");
  const [text, setText] = useState("");
  const search = text.trim();
  const { data, loading } = useQuery(SellCustomersDocument, {
    variables: { search },
    skip: search === "",
  });
  const nodes = search === "" ? [] : (data?.customers.nodes ?? []);
  const isNone = search !== "" && !loading && nodes.length === 0;
  const suggestions = isNone ? (data?.customers.suggestions ?? []) : [];
  return (
    <div>
      <SearchField
        value={text}
        onChange={setText}
        label={t("sell.find")}
        placeholder={t("sell.findHint")}
        clearLabel={t("clearSearch")}
        autoFocus
      />
      <ul className={classes.found} aria-live="polite">
        {isNone && <li className={classes.dim}>{t(suggestions.length === 0 ? "sell.nobody" : "sell.didYouMean")}</li>}
        {[...nodes, ...suggestions].map((each) => (
          <li key={each.id}>
            <button type="button" className={classes.row} onClick={() => onChoose(each)}>
              <span>
                {each.label} <OwnerPath tierPath={each.tierPath} onlyBelow />
              </span>
              <span className={classes.dim}>{each.phone === null ? each.email : <PhoneText value={each.phone} />}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
