import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { settledPaymentStates } from "@tierline/shared/payment.ts";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import {
  AccountPaymentsDocument,
  CheckPaymentDocument,
  type PaymentRowFragment,
} from "../../api/payments.generated.ts";
import { useViewer } from "../../api/viewer.tsx";
import { PaymentRows } from "../../navigation/PaymentRows.tsx";
import { Panel } from "../../ui/Panel.tsx";

const shown = 5;
const askEveryMs = 3_000;
const asksMax = 20;
/** Who comes back to the page later than that asks by hand. */
const followedMs = 1_800_000;

/** What this customer has paid by providers. The newest that is under way is followed until it is settled, as its payer is back. */
export function PortalPayments({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("payments");
  const { permissions } = useViewer();
  const { data } = useQuery(AccountPaymentsDocument, {
    variables: { id: customerId, first: shown },
    fetchPolicy: "cache-and-network",
  });
  const check = useCheck();
  const payments = data?.customer?.billingAccount?.payments.nodes ?? [];
  const mayAsk = permissions.includes("credit.buy");
  const [newest] = payments;
  const followed = mayAsk && newest !== undefined && isFollowed(newest) ? newest.id : null;
  useEffect(() => {
    if (followed === null) return undefined;
    let asks = 0;
    const ask = (): void => {
      if (asks++ < asksMax) void check(followed);
      else clearInterval(timer);
    };
    const timer = setInterval(ask, askEveryMs);
    ask();
    return () => clearInterval(timer);
  }, [followed, check]);
  if (payments.length === 0) return null;
  const deedOf = (payment: PaymentRowFragment) =>
    isUnderWay(payment) && mayAsk ? (
      <Button variant="subtle" size="compact-xs" onClick={() => void check(payment.id)}>
        {t("check")}
      </Button>
    ) : null;
  return (
    <Panel title={t("payments")} padded={false}>
      <PaymentRows payments={payments} deedOf={deedOf} />
    </Panel>
  );
}

function isUnderWay({ state }: PaymentRowFragment): boolean {
  return !settledPaymentStates.has(state);
}

function isFollowed(payment: PaymentRowFragment): boolean {
  return isUnderWay(payment) && Date.now() - Date.parse(payment.startedAt) < followedMs;
}

/** What was paid is in the balance: it is read anew. */
function useCheck(): (id: string) => Promise<void> {
  const client = useApolloClient();
  const [check] = useMutation(CheckPaymentDocument);
  return useCallback(
    async (id) => {
      const payload = await check({ variables: { input: { id } } }).catch(() => null); // the next one asks again
      const payment = payload?.data?.checkPayment.payment ?? null;
      if (payment !== null && !isUnderWay(payment)) await client.refetchQueries({ include: ["CustomerBilling"] });
    },
    [check, client],
  );
}
