import { useMutation } from "@apollo/client/react";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { AnswerTicketDocument, CloseProblemDocument, EscalateProblemDocument } from "./problem.generated.ts";

/** Of a ticket where it is an answer, else of the problem. */
export interface Deed {
  readonly kind: "escalate" | "answer" | "close";
  readonly id: string;
}

/** Asks what shall be said with it. */
export function ProblemDeed({ deed: { kind, id }, onClose }: { readonly deed: Deed; readonly onClose: () => void }) {
  const { t } = useTranslation("problems");
  const [text, setText] = useState("");
  const { send, isBusy, problem } = useSend();
  const [escalate] = useMutation(EscalateProblemDocument);
  const [answer] = useMutation(AnswerTicketDocument);
  const [close] = useMutation(CloseProblemDocument);
  const perform = async () => {
    const variables = { input: { id, text } };
    if (kind === "escalate") return (await escalate({ variables })).data?.escalateProblem.userErrors;
    if (kind === "answer") return (await answer({ variables })).data?.answerTicket.userErrors;
    return (await close({ variables })).data?.closeProblem.userErrors;
  };
  const submit = async (): Promise<void> => {
    if (await send(perform)) onClose();
  };
  return (
    <FormDialog
      title={t(`deed.${kind}.title`)}
      onClose={onClose}
      deed={t(`deed.${kind}.deed`)}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notSent"), request: t("request") }}
    >
      <Textarea
        label={t(`deed.${kind}.label`)}
        required={kind === "answer"}
        autosize
        minRows={3}
        maxRows={12}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
