import { formatMoney } from "./format.ts";
import styles from "./texts.module.css";

export interface MoneyTextProps {
  /** The exact decimal of the API, e.g. `15.00`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly locale: string;
  /** Whether a negative amount is bad news, as a balance; a credit is none. */
  readonly isSigned?: boolean;
}

export function MoneyText({ amount, currency, locale, isSigned }: MoneyTextProps) {
  const isBad = isSigned === true && amount.startsWith("-");
  return (
    <span className={styles.money} data-bad={isBad || undefined}>
      {formatMoney(amount, currency, locale)}
    </span>
  );
}
