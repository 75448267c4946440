import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Checkbox } from "@mantine/core";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { pageLoad } from "../../navigation/page-load.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import classes from "./TopUp.module.css";
import { StartTopUpDocument, TopUpsDocument, type TopUpsQuery } from "./top-up.generated.ts";

type Account = NonNullable<NonNullable<TopUpsQuery["customer"]>["billingAccount"]>;

/** The amounts that can be paid, one touch each (F12); nothing where the reseller takes no payments, or this person may not. */
export function TopUp() {
  const { permissions, customer } = useViewer();
  const isOpen = permissions.includes("credit.buy") && permissions.includes("balance.view");
  const { data } = useQuery(TopUpsDocument, {
    variables: { id: customer?.id ?? "" },
    skip: !isOpen || customer === null,
  });
  const account = data?.customer?.billingAccount ?? null;
  return account === null || account.topUps.length === 0 ? null : <Choices account={account} />;
}

function Choices({ account }: { readonly account: Account }) {
  const { t } = useTranslation("payments");
  const locale = useLocale();
  const { reseller } = useViewer();
  const [chosen, setChosen] = useState(account.topUps[0]?.provider ?? null);
  const [keepMethod, setKeepMethod] = useState(false);
  const [silence, setSilence] = useState<string | null>(null);
  const { send, isBusy, problem } = useSend();
  const [start] = useMutation(StartTopUpDocument);
  const choice = account.topUps.find(({ provider }) => provider === chosen) ?? account.topUps[0];
  if (choice === undefined) return null;
  const { provider, amounts, keepsMethods } = choice;
  const pay = async (amount: string): Promise<void> => {
    setSilence(null);
    const said = { accountId: account.id, provider, amount, keepMethod: keepsMethods && keepMethod };
    const intent = `topUp:${JSON.stringify(said)}`;
    await send(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      const payload = (await start({ variables: { input } })).data?.startTopUp;
      const payment = payload?.payment ?? null;
      if (payment !== null) forgetIdempotencyKey(intent); // the next touch is another payment
      if (payment !== null && payment.approvalUrl !== null) pageLoad.to(payment.approvalUrl);
      else if (payment !== null)
        setSilence(payment.reason ?? t("silent", { provider: paymentProviderTitles[provider] }));
      return payload?.userErrors;
    });
  };
  const wrong = problem?.message ?? silence;
  return (
    <Panel title={t("topUp")}>
      <div className={classes.page}>
        {account.topUps.length > 1 && (
          <SegmentedChoice
            label={t("provider")}
            value={provider}
            onChange={setChosen}
            options={account.topUps.map((each) => ({
              value: each.provider,
              label: paymentProviderTitles[each.provider],
            }))}
          />
        )}
        <div className={classes.amounts} role="group" aria-label={t("amounts")}>
          {amounts.map(({ amount, currency }) => (
            <Button key={amount} variant="default" size="lg" disabled={isBusy} onClick={() => void pay(amount)}>
              {formatMoney(amount, currency, locale)}
            </Button>
          ))}
        </div>
        {keepsMethods && (
          <Checkbox
            label={t("keep")}
            checked={keepMethod}
            onChange={(event) => setKeepMethod(event.currentTarget.checked)}
          />
        )}
        <p className={classes.dim}>
          {t("leads", { provider: paymentProviderTitles[provider], reseller: reseller.name })}
        </p>
        {wrong !== null && (
          <ErrorNotice
            title={t("notPaid")}
            what={wrong}
            requestId={problem?.requestId ?? null}
            requestIdLabel={t("request")}
          />
        )}
      </div>
    </Panel>
  );
}
