import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountTermsFragment, BillingFiguresFragment, StatementLineFragment } from "../api/billing.generated.ts";
import { useCan } from "../api/viewer.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";
import { AccountTerms } from "./AccountTerms.tsx";
import { BillingFigures } from "./BillingFigures.tsx";
import { EnterByHand, type EntryKind } from "./EnterByHand.tsx";
import { TakeBack } from "./TakeBack.tsx";
import { TermsDialog } from "./TermsDialog.tsx";

/** A call is corrected by its record, and money from a provider is refunded. */
const takenBack: ReadonlySet<string> = new Set(["PAYMENT", "CHARGE"]);

/** What was taken back, or given back by credit notes to the last coin, cannot go back again. */
function isLeft({ reversedById, left }: StatementLineFragment): boolean {
  return reversedById === null && Number(left?.amount ?? 0) !== 0;
}

interface AccountPanelProps {
  readonly account: BillingFiguresFragment & AccountTermsFragment;
  readonly onDone: () => void;
  readonly children: (deedOf: (line: StatementLineFragment) => React.ReactNode) => React.ReactNode;
}

/** What a seller does with the account of whoever buys: enters payments and charges, takes them back, says how they pay. */
export function AccountPanel({ account, onDone, children }: AccountPanelProps) {
  const { t } = useTranslation("billing");
  const can = useCan("balance.change");
  const [entering, setEntering] = useState<EntryKind | "TERMS" | null>(null);
  const [taken, setTaken] = useState<StatementLineFragment | null>(null);
  const close = () => setEntering(null);
  const deedOf = (line: StatementLineFragment) =>
    !takenBack.has(line.kind) || !isLeft(line) || can.reason !== null ? null : (
      <Button variant="subtle" size="compact-xs" onClick={() => setTaken(line)}>
        {t("reverse.deed")}
      </Button>
    );
  const deed = (kind: EntryKind | "TERMS", label: string) => (
    <ReasonedButton
      key={kind}
      variant="default"
      size="xs"
      disabledReason={can.reason}
      onClick={() => setEntering(kind)}
    >
      {label}
    </ReasonedButton>
  );
  return (
    <Stack gap="md">
      <Panel title={t("title")} aside={[deed("PAYMENT", t("recordPayment")), deed("CHARGE", t("addCharge"))]}>
        <BillingFigures account={account} />
      </Panel>
      <Panel title={t("terms.title")} aside={deed("TERMS", t("terms.change"))}>
        <AccountTerms account={account} />
      </Panel>
      {children(deedOf)}
      {(entering === "PAYMENT" || entering === "CHARGE") && (
        <EnterByHand account={account} kind={entering} onClose={close} onDone={onDone} />
      )}
      {entering === "TERMS" && <TermsDialog account={account} onClose={close} onDone={onDone} />}
      {taken !== null && <TakeBack account={account} line={taken} onClose={() => setTaken(null)} onDone={onDone} />}
    </Stack>
  );
}
