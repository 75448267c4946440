import { formatMoney, roundedMoney } from "./format.ts";
import styles from "./texts.module.css";

export interface MoneyTextProps {
  /** The exact decimal of the API, e.g. `15.00`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly locale: string;
  /** Whether a negative amount is bad news, as a balance; a credit is none. */
  readonly isSigned?: boolean;
  /** At least so many, as the others of its column have. */
  readonly places?: number;
  /** A figure to be taken in: as many places as coins have, and the exact amount under the pointer. */
  readonly isRounded?: boolean;
}

export function MoneyText({ amount, currency, locale, isSigned, places, isRounded = false }: MoneyTextProps) {
  const isBad = isSigned === true && amount.startsWith("-");
  const exact = formatMoney(amount, currency, locale, places);
  const shown = isRounded ? roundedMoney(amount, currency, locale) : exact;
  return (
    <span className={styles.money} data-bad={isBad || undefined} title={shown === exact ? undefined : exact}>
      {shown}
    </span>
  );
}
