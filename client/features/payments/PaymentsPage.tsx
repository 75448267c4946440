import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { paymentProviders, paymentProviderTitles, type PaymentProviderName } from "@tierline/shared/payment.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { CheckPaymentDocument } from "../../api/payments.generated.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { pageLoad } from "../../navigation/page-load.ts";
import { PaymentRows } from "../../navigation/PaymentRows.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { GatewayDialog } from "./GatewayDialog.tsx";
import { PaymentGatewaysDocument, TestPaymentGatewayDocument, type GatewayRowFragment } from "./gateways.generated.ts";
import classes from "./Payments.module.css";

/** How one's own reseller takes payments: an account of its own with each provider (V20, U21). */
export function PaymentsPage() {
  const { t } = useTranslation("payments");
  const result = useQuery(PaymentGatewaysDocument, { fetchPolicy: "cache-and-network" });
  const [edited, setEdited] = useState<PaymentProviderName | null>(null);
  const [{ test }] = useUrlState(pageState);
  return (
    <Permitted by="payment.set_up" title={t("title")}>
      <PageHeader title={t("title")} description={t("description")} />
      <QueryState result={result}>
        {({ paymentGateways }) => (
          <div className={classes.column}>
            {test !== "" && <TestPayment id={test} />}
            {paymentProviders.map((provider) => (
              <Gateway
                key={provider}
                provider={provider}
                gateway={paymentGateways.find((each) => each.provider === provider) ?? null}
                onEdit={() => setEdited(provider)}
              />
            ))}
            {edited !== null && (
              <GatewayDialog
                provider={edited}
                gateway={paymentGateways.find((each) => each.provider === edited) ?? null}
                onClose={() => setEdited(null)}
                onSaved={() => void result.refetch()}
              />
            )}
          </div>
        )}
      </QueryState>
    </Permitted>
  );
}

const pageState = z.object({ test: text });

interface GatewayProps {
  readonly provider: PaymentProviderName;
  readonly gateway: GatewayRowFragment | null;
  readonly onEdit: () => void;
}

function Gateway({ provider, gateway, onEdit }: GatewayProps) {
  const { t } = useTranslation("payments");
  const { send, isBusy, problem } = useSend();
  const [start] = useMutation(TestPaymentGatewayDocument);
  const title = paymentProviderTitles[provider];
  const edit = (
    <Button variant="default" size="xs" onClick={onEdit}>
      {t(gateway === null ? "connect" : "change", { provider: title })}
    </Button>
  );
  if (gateway === null) {
    return (
      <Panel title={title}>
        <EmptyState kind="first" title={t("none", { provider: title })} action={edit}>
          {t("noneText", { provider: title })}
        </EmptyState>
      </Panel>
    );
  }
  const pay = (): Promise<boolean> => {
    const intent = `test:${gateway.id}`;
    return send(async () => {
      const input = { id: gateway.id, idempotencyKey: idempotencyKey(intent) };
      const payload = (await start({ variables: { input } })).data?.testPaymentGateway;
      const payment = payload?.payment ?? null;
      if (payment === null) return payload?.userErrors;
      forgetIdempotencyKey(intent);
      if (payment.approvalUrl !== null) pageLoad.to(payment.approvalUrl);
      else return [{ code: "NONE", message: payment.reason ?? t("silent", { provider: title }), path: null }];
      return [];
    });
  };
  return (
    <Panel
      title={title}
      aside={
        <>
          <StateDot tone={gateway.isOpen ? "ok" : "off"}>{t(gateway.isOpen ? "open" : "shut")}</StateDot>
          <Button variant="default" size="xs" loading={isBusy} onClick={() => void pay()}>
            {t("try")}
          </Button>
          {edit}
        </>
      }
    >
      <Facts
        items={[
          { key: "mode", label: t("mode"), value: t(`modes.${gateway.mode}`) },
          { key: "amounts", label: t("amounts"), value: gateway.amounts.join(", ") },
          ...(gateway.receiver === "" ? [] : [{ key: "receiver", label: t("receiver"), value: gateway.receiver }]),
          {
            key: "notify",
            label: t("notify"),
            value: (
              <span className={classes.address}>
                <code>{gateway.notifyUrl}</code>
                <CopyButton value={gateway.notifyUrl} labels={{ copy: t("copy"), copied: t("copied") }} />
              </span>
            ),
          },
        ]}
      />
      <p className={classes.dim}>{t(`howTo.${provider}`)}</p>
      {problem !== null && (
        <ErrorNotice
          title={t("notPaid")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
    </Panel>
  );
}

/** Who has paid to themselves is back: whether it arrived. */
function TestPayment({ id }: { readonly id: string }) {
  const { t } = useTranslation("payments");
  const [check, { data }] = useMutation(CheckPaymentDocument);
  useEffect(() => {
    void check({ variables: { input: { id } } }).catch(() => undefined);
  }, [check, id]);
  const payment = data?.checkPayment.payment ?? null;
  if (payment === null) return null;
  return (
    <Panel
      title={t("test")}
      padded={false}
      aside={
        <Button variant="subtle" size="compact-xs" onClick={() => void check({ variables: { input: { id } } })}>
          {t("check")}
        </Button>
      }
    >
      <PaymentRows payments={[payment]} />
    </Panel>
  );
}
