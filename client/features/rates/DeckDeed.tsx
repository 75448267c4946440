import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./Rates.module.css";
import { ApplyRateDeckDocument, UndoRateDeckDocument, type RateDeckRowFragment } from "./rates.generated.ts";
import { useRateLabels } from "./use-rate-labels.ts";

interface DeckDeedProps {
  readonly deed: "apply" | "undo";
  readonly deck: RateDeckRowFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Applies a planned deck at a time, or takes the newest one back. */
export function DeckDeed({ deed, deck: { id, number }, onClose, onDone }: DeckDeedProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const [from, setFrom] = useState("");
  const { send, isBusy, problem } = useSend();
  const [apply] = useMutation(ApplyRateDeckDocument);
  const [undo] = useMutation(UndoRateDeckDocument);
  const intent = `apply-rate-deck:${id}:${from}`;
  const perform = async () => {
    if (deed === "undo") return (await undo({ variables: { input: { id } } })).data?.undoRateDeck.userErrors;
    const effectiveFrom = from === "" ? null : new Date(from).toISOString();
    const input = { idempotencyKey: idempotencyKey(intent), id, effectiveFrom };
    return (await apply({ variables: { input } })).data?.applyRateDeck.userErrors;
  };
  const submit = async (): Promise<void> => {
    if (!(await send(perform))) return;
    forgetIdempotencyKey(intent);
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t(`deed.${deed}`, { number })}
      onClose={onClose}
      deed={t(deed === "apply" ? "deck.apply" : "deck.undo")}
      isDangerous={deed === "undo"}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <p className={classes.dim}>{t(`deed.${deed}Hint`)}</p>
      {deed === "apply" && (
        <TextInput
          type="datetime-local"
          label={t("deed.from")}
          description={t("deed.fromHint")}
          data-autofocus
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
