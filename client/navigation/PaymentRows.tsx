import { paymentProviderTitles, type PaymentState } from "@tierline/shared/payment.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PaymentRowFragment } from "../api/payments.generated.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { formatDateTime } from "../ui/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StateDot } from "../ui/StateDot.tsx";
import type { Tone } from "../ui/state-tone.ts";
import classes from "./PaymentRows.module.css";

const tones: Readonly<Record<PaymentState, Tone>> = {
  STARTED: "running",
  WAITING: "waiting",
  AUTHORISED: "waiting",
  CAPTURING: "running",
  VOIDING: "running",
  PENDING: "waiting",
  COMPLETED: "ok",
  REFUNDED: "off",
  DECLINED: "bad",
  EXPIRED: "off",
  VOIDED: "off",
};

interface PaymentRowsProps {
  readonly payments: readonly PaymentRowFragment[];
  /** What can be done with one; missing for who only reads. */
  readonly deedOf?: (payment: PaymentRowFragment) => ReactNode;
}

/** Payments by providers, each with how it stands and, where nothing came of it, why. */
export function PaymentRows({ payments, deedOf }: PaymentRowsProps) {
  const { t } = useTranslation("payments");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return (
    <ul className={classes.rows} aria-label={t("payments")}>
      {payments.map((payment) => (
        <li key={payment.id} className={classes.row}>
          <div className={classes.words}>
            <span>
              <MoneyText {...payment.amount} locale={locale} /> · {paymentProviderTitles[payment.provider]} ·{" "}
              {t(`purpose.${payment.purpose}`)}
            </span>
            <span className={classes.dim}>
              <time dateTime={payment.startedAt}>{formatDateTime(payment.startedAt, locale, { timeZone })}</time>
              {Number(payment.refunded.amount) > 0 && (
                <>
                  {" · "}
                  {t("refunded")} <MoneyText {...payment.refunded} locale={locale} />
                </>
              )}
            </span>
            {payment.reason !== null && <span className={classes.dim}>{payment.reason}</span>}
          </div>
          <StateDot tone={tones[payment.state]}>{t(`state.${payment.state}`)}</StateDot>
          {deedOf?.(payment)}
        </li>
      ))}
    </ul>
  );
}
