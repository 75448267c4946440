import { Checkbox, FileInput, Select, TextInput } from "@mantine/core";
import { decimalMarks } from "@tierline/shared/rate.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./Rates.module.css";
import { sendDeck, type DeckAnswer } from "./send-deck.ts";
import { useRateLabels } from "./use-rate-labels.ts";

interface ImportDialogProps {
  readonly onClose: () => void;
  /** A plan was made; nothing is in force yet. */
  readonly onPlanned: (id: string) => void;
}

/** A file becomes a plan, or is told line by line what is wrong with it. */
export function ImportDialog({ onClose, onPlanned }: ImportDialogProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const [file, setFile] = useState<File | null>(null);
  const [decimalMark, setMark] = useState<string>(".");
  const [callingCode, setCallingCode] = useState("");
  const [isPartial, setPartial] = useState(false);
  const [answer, setAnswer] = useState<DeckAnswer | null>(null);
  const { send, isBusy, problem } = useSend();
  const submit = (): void => {
    if (file === null) return;
    setAnswer(null);
    const intent = `import-rates:${file.name}:${file.size}:${file.lastModified}:${decimalMark}:${callingCode}:${isPartial}`;
    void send(async () => {
      const asked = { file, decimalMark, callingCode, isPartial, idempotencyKey: idempotencyKey(intent) };
      const given = await sendDeck(asked);
      if (given.message !== null) return [{ code: "INVALID", message: given.message, path: null }];
      setAnswer(given);
      forgetIdempotencyKey(intent);
      if (given.id !== null) onPlanned(given.id);
      return [];
    });
  };
  return (
    <FormDialog
      title={t("deck.import")}
      onClose={onClose}
      deed={t("import.plan")}
      disabledReason={file === null ? t("import.noFile") : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={submit}
      labels={labels}
    >
      <FileInput
        label={t("import.file")}
        description={t("import.fileHint")}
        placeholder={t("import.choose")}
        accept=".csv,text/csv"
        value={file}
        onChange={setFile}
        data-autofocus
      />
      <div className={classes.three}>
        <Select
          label={t("import.mark")}
          data={decimalMarks.map((mark) => ({ value: mark, label: t(mark === "." ? "import.point" : "import.comma") }))}
          allowDeselect={false}
          value={decimalMark}
          onChange={(value) => setMark(value ?? ".")}
        />
        <TextInput
          label={t("import.code")}
          placeholder="55"
          value={callingCode}
          onChange={(event) => setCallingCode(event.currentTarget.value.replaceAll(/\D/g, "").slice(0, 4))}
        />
      </div>
      <Checkbox
        label={t("import.partial")}
        checked={isPartial}
        onChange={(event) => setPartial(event.currentTarget.checked)}
      />
      {answer !== null && answer.id === null && (
        <div role="alert">
          <strong>{t("import.wrong", { count: answer.wrongLines })}</strong>
          <ul className={classes.problems}>
            {answer.problems.map(({ line, column, message }) => (
              <li key={`${line} ${column} ${message}`}>
                {line === null ? message : t("import.line", { line, column: column ?? "", message })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
