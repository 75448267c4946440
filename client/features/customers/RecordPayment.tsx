import { useApolloClient, useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { CustomerBillingDocument } from "../../api/billing.generated.ts";
import { EnterByHand } from "../../navigation/EnterByHand.tsx";

interface RecordPaymentProps {
  readonly customerId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The same question as on the tab Billing, asked from wherever one is on the customer's page. */
export function RecordPayment({ customerId, isOpen, onClose }: RecordPaymentProps) {
  const client = useApolloClient();
  const { data } = useQuery(CustomerBillingDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    skip: !isOpen,
  });
  const account = data?.customer?.billingAccount ?? null;
  if (!isOpen || account === null) return null;
  const refetch = (): void => void client.refetchQueries({ include: [CustomerBillingDocument] });
  return <EnterByHand account={account} kind="PAYMENT" onClose={onClose} onDone={refetch} />;
}
