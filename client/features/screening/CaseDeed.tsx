import { useMutation } from "@apollo/client/react";
import { Textarea } from "@mantine/core";
import {
  contactChannels,
  contactOutcomes,
  type ContactChannel,
  type ContactOutcome,
} from "@tierline/shared/screening.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import {
  ApproveScreeningCaseDocument,
  ConfirmScreeningCaseDocument,
  LogContactAttemptDocument,
  ReactivateScreenedCustomerDocument,
} from "./screening.generated.ts";
import type { ShownCase } from "./shown-case.ts";

export type CaseDeedKind = "approve" | "confirm" | "contact" | "reactivate";

interface CaseDeedProps {
  readonly kind: CaseDeedKind;
  readonly shown: ShownCase;
  readonly onClose: () => void;
}

/** A decision with its reason, or an attempt to reach somebody. */
export function CaseDeed({ kind, shown: { id, version }, onClose }: CaseDeedProps) {
  const { t } = useTranslation("screening");
  const [text, setText] = useState("");
  const [channel, setChannel] = useState<ContactChannel>("PHONE");
  const [outcome, setOutcome] = useState<ContactOutcome>("UNREACHABLE");
  const { send, isBusy, problem } = useSend();
  const [approve] = useMutation(ApproveScreeningCaseDocument);
  const [confirm] = useMutation(ConfirmScreeningCaseDocument);
  const [reactivate] = useMutation(ReactivateScreenedCustomerDocument);
  const [log] = useMutation(LogContactAttemptDocument);
  const perform = async () => {
    const variables = { input: { id, version, reason: text } };
    if (kind === "approve") return (await approve({ variables })).data?.approveScreeningCase.userErrors;
    if (kind === "confirm") return (await confirm({ variables })).data?.confirmScreeningCase.userErrors;
    if (kind === "reactivate") return (await reactivate({ variables })).data?.reactivateScreenedCustomer.userErrors;
    const intent = `screening.contact:${id}:${version}:${channel}:${outcome}:${text}`;
    const input = { id, channel, outcome, note: text, idempotencyKey: idempotencyKey(intent) };
    const errors = (await log({ variables: { input } })).data?.logContactAttempt.userErrors;
    forgetIdempotencyKey(intent);
    return errors;
  };
  const submit = async (): Promise<void> => {
    if (await send(perform)) onClose();
  };
  return (
    <FormDialog
      title={t(`deed.${kind}.title`)}
      onClose={onClose}
      deed={t(`deed.${kind}.deed`)}
      isDangerous={kind === "confirm"}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{t(`deed.${kind}.text`)}</p>
      {kind === "contact" && (
        <>
          <SegmentedChoice
            label={t("byWhat")}
            value={channel}
            onChange={setChannel}
            options={contactChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
          <SegmentedChoice
            label={t("outcomeOf")}
            value={outcome}
            onChange={setOutcome}
            options={contactOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </>
      )}
      <Textarea
        label={t(kind === "contact" ? "note" : "reason")}
        required={kind !== "contact"}
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
