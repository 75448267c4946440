import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { WithdrawPlanChangeDocument, type ServiceViewFragment } from "./service.generated.ts";
import classes from "./ServicePage.module.css";

/** A cheaper plan that begins with the next renewal, until when it can be withdrawn. */
export function WaitingPlan({ service: { waitingOrder: order } }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const can = useCan("order.undo");
  const [mutate] = useMutation(WithdrawPlanChangeDocument);
  const { send, isBusy, problem } = useSend();
  if (order === null) return null;
  const { id, offering, planChange, recurring } = order;
  async function withdraw(): Promise<void> {
    const intent = `order.undo:${id}`;
    const isDone = await send(
      async () =>
        (await mutate({ variables: { input: { id, idempotencyKey: idempotencyKey(intent) } } })).data?.undoOrder
          .userErrors,
    );
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("plan.withdrawn") });
  }
  const day = formatDate(planChange?.startsOn ?? "", locale);
  const price = recurring === null ? "" : formatMoney(recurring.amount, recurring.currency, locale);
  return (
    <div className={classes.banner} role="status">
      <span className={classes.bannerWords}>
        {problem?.message ?? t("plan.waits", { plan: offering.name, day, price })}
      </span>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        disabledReason={can.reason}
        loading={isBusy}
        onClick={() => void withdraw()}
      >
        {t("plan.withdraw")}
      </ReasonedButton>
    </div>
  );
}
