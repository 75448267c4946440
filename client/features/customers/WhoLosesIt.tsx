import { useQuery } from "@apollo/client/react";
import { Alert, Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { HeldPackage } from "./held-package.ts";
import { CustomerSubscribersDocument } from "./subscribers.generated.ts";

interface WhoLosesItProps {
  readonly customerId: string;
  readonly lost: readonly HeldPackage[];
  readonly isAgreed: boolean;
  readonly onAgree: (isAgreed: boolean) => void;
}

/** So many are named; of more the number is told. */
const named = 10;

/** By name, before it is done (CX7). */
export function WhoLosesIt({ customerId, lost, isAgreed, onAgree }: WhoLosesItProps) {
  const { t } = useTranslation("subscribers");
  if (lost.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t("lost")}>
      {lost.map((each) => (
        <People key={each.offering.id} customerId={customerId} of={each} />
      ))}
      <Checkbox
        mt="sm"
        label={t("agree")}
        checked={isAgreed}
        onChange={(event) => onAgree(event.currentTarget.checked)}
      />
    </Alert>
  );
}

function People({ customerId, of: { offering, used } }: { readonly customerId: string; readonly of: HeldPackage }) {
  const { t } = useTranslation("subscribers");
  const isAddon = offering.kind === "ADDON";
  const filter = { customerId, ...(isAddon ? {} : { package: offering.package?.key ?? "" }) };
  const { data } = useQuery(CustomerSubscribersDocument, { variables: { filter, first: named }, skip: isAddon });
  const people = data?.subscribers.nodes ?? [];
  const more = used - people.length;
  return (
    <p>
      {t("loses", { package: offering.name, count: used })}
      {people.length > 0 && ` ${people.map(({ email }) => email).join(", ")}`}
      {people.length > 0 && more > 0 && ` ${t("andMore", { count: more })}`}
    </p>
  );
}
