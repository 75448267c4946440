import { useMutation } from "@apollo/client/react";
import { NumberInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { simultaneousCallsMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import { SetSimultaneousCallsDocument, type LineCallsFragment } from "../api/lines.generated.ts";
import { useSend } from "../api/use-send.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts, type Fact } from "../ui/Facts.tsx";
import { formatNumber } from "../ui/format.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";

interface CallsPanelProps {
  readonly line: LineCallsFragment;
}

/** B13: how many calls at a time a voice line may have; whoever was let changes it here. */
export function CallsPanel({ line }: CallsPanelProps) {
  const { t } = useTranslation("lines");
  const locale = useLocale();
  const { permissions } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (line.serviceType !== "VOIP") return null;
  const { simultaneousCalls: calls, simultaneousCallsMax: max } = line;
  const isSettable = permissions.includes("line.manage") && (line.state === "ACTIVE" || line.state === "SUSPENDED");
  const facts: Fact[] = [
    { key: "calls", label: t("now"), value: calls === null ? t("any") : formatNumber(String(calls), locale) },
    ...(max === null ? [] : [{ key: "max", label: t("most"), value: formatNumber(String(max), locale) }]),
  ];
  return (
    <Panel
      title={t("title")}
      aside={
        isSettable && (
          <ReasonedButton variant="default" size="xs" disabledReason={null} onClick={() => setOpen(true)}>
            {t("change")}
          </ReasonedButton>
        )
      }
    >
      <Facts items={facts} />
      {isOpen && <CallsDialog line={line} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function CallsDialog({ line, onClose }: CallsPanelProps & { readonly onClose: () => void }) {
  const { t } = useTranslation("lines");
  const most = line.simultaneousCallsMax ?? simultaneousCallsMax;
  const [calls, setCalls] = useState<number | string>(line.simultaneousCalls ?? "");
  const { send, isBusy, problem } = useSend();
  const [set] = useMutation(SetSimultaneousCallsDocument);
  async function submit(): Promise<void> {
    const { id, version } = line;
    const asked = { id, version, simultaneousCalls: Number(calls) };
    const intent = `service.calls:${JSON.stringify(asked)}`;
    const isDone = await send(async () => {
      const variables = { input: { ...asked, idempotencyKey: idempotencyKey(intent) } };
      return (await set({ variables })).data?.setSimultaneousCalls.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("begun") });
    onClose();
  }
  return (
    <FormDialog
      title={t("of", { line: line.name })}
      onClose={onClose}
      deed={t("set")}
      disabledReason={whyNot(calls, line) === null ? null : t(whyNot(calls, line) ?? "unchanged", { max: most })}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <NumberInput
        label={t("field")}
        description={t("hint", { max: most })}
        data-autofocus
        required
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        min={1}
        max={most}
        value={calls}
        onChange={setCalls}
      />
    </FormDialog>
  );
}

/** More than is allowed may be sent, and is refused in the words of whoever knows the limit by then. */
function whyNot(
  calls: number | string,
  { simultaneousCalls: before }: LineCallsFragment,
): "number" | "unchanged" | null {
  if (typeof calls !== "number" || calls < 1) return "number";
  return calls === before ? "unchanged" : null;
}
