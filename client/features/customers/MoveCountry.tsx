import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { countryName } from "../../ui/countries.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { MoveCustomerCountryDocument } from "./customer-changes.generated.ts";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import classes from "./CustomerForm.module.css";

interface MoveCountryProps {
  readonly customer: CustomerFieldsFragment;
  /** Where the billing address is, as it stands in the form. */
  readonly to: string;
}

/** An address elsewhere leaves the customer at home where it was: that is said, and changed only when asked for (A-C11). */
export function MoveCountry({ customer: { id, version, homeCountry }, to }: MoveCountryProps) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  const [move, { loading }] = useMutation(MoveCustomerCountryDocument);
  const [problem, setProblem] = useState<string | null>(null);
  if (to === homeCountry) return null;
  const send = async (): Promise<void> => {
    try {
      const { data } = await move({ variables: { input: { id, version, country: to } } });
      const refusals = data?.moveCustomerCountry.userErrors ?? [];
      setProblem(refusals.length === 0 ? null : refusals.map(({ message }) => message).join(" "));
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };
  return (
    <ErrorNotice
      tone="warn"
      title={t("homeCountry.stays", { country: countryName(homeCountry, locale) })}
      what={problem ?? t("homeCountry.why")}
    >
      <div className={classes.end}>
        <Button variant="default" size="xs" loading={loading} onClick={() => void send()}>
          {t("homeCountry.move", { country: countryName(to, locale) })}
        </Button>
      </div>
    </ErrorNotice>
  );
}
