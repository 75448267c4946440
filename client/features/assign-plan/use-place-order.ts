import { useApolloClient, useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { failureOf } from "../../api/user-errors.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { formatMoney } from "../../ui/format.ts";
import { PlaceOrderDocument, type AssignQuoteQuery, type PlaceOrderMutation } from "./assign.generated.ts";
import type { OrderInput } from "./order-input.ts";

export interface Placing {
  place(): Promise<void>;
  readonly isBusy: boolean;
  readonly problem: { readonly message: string; readonly about: "order" | "price" | "payment" } | null;
}

type UserErrors = PlaceOrderMutation["placeOrder"]["userErrors"];

/**
 * Sends the order with a key of this very draft: a double click, a reload or a retry after a lost answer is the same order
 * (O26). The run's page replaces this one.
 */
export function usePlaceOrder(
  input: OrderInput | null,
  quote: AssignQuoteQuery["orderQuote"] | null,
  onStale: () => void,
  paysNow = false,
): Placing {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  const reseller = useReseller();
  const go = useGo();
  const client = useApolloClient();
  const [problem, setProblem] = useState<Placing["problem"]>(null);
  const [placeOrder, { loading }] = useMutation(PlaceOrderDocument);

  const shown = ({ amount, currency }: { amount: string; currency: string }) => formatMoney(amount, currency, locale);

  async function place(): Promise<void> {
    if (input === null || quote === null || loading) return;
    setProblem(null);
    const order = { ...input, quoteFingerprint: quote.fingerprint, ...(paysNow && { payNow: true }) };
    const intent = `assign:${JSON.stringify(order)}`;
    try {
      const { data } = await placeOrder({
        variables: { input: { ...order, idempotencyKey: idempotencyKey(intent) } },
      });
      const run = data?.placeOrder.run ?? null;
      if (run === null) return refused(data?.placeOrder.userErrors ?? []);
      forgetIdempotencyKey(intent);
      if (paysNow) notifications.show({ message: t("review.setAside", { amount: shown(quote.dueToday) }) });
      go(path.run(reseller, run.id), { replace: true });
    } catch (error) {
      const { code, message } = failureOf(error);
      // What is not sold or seen here any more is gone from the page too, so that what is left can be chosen.
      const isGone = code === "NOT_FOUND";
      setProblem({ message: isGone ? t("review.gone") : message, about: "order" });
      if (isGone) void client.refetchQueries({ include: "active" });
    }
  }

  function refused(errors: UserErrors): void {
    const changed = errors.find((error) => "newDueToday" in error);
    if (changed !== undefined && "newDueToday" in changed) {
      setProblem({
        message: t("review.priceChanged", { from: shown(changed.oldDueToday), to: shown(changed.newDueToday) }),
        about: "price",
      });
    } else {
      const isPayment = errors.every(({ path: at }) => at?.[0] === "payNow");
      setProblem({ message: errors.map(({ message }) => message).join(" "), about: isPayment ? "payment" : "order" });
    }
    onStale();
  }

  return { place, isBusy: loading, problem };
}
