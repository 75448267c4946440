import { Button, Group } from "@mantine/core";
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Loading } from "../../ui/Loading.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { AssignCustomerSearchDocument, type AssignCustomerFragment } from "./assign.generated.ts";
import classes from "./AssignPage.module.css";
import type { DraftCustomer } from "./use-draft.ts";

interface CustomerSectionProps {
  readonly customer: DraftCustomer | null;
  /** The customer that the address names is being looked up. */
  readonly isOnItsWay: boolean;
  readonly onChoose: (id: string) => void;
}

export function CustomerSection({ customer, isOnItsWay, onChoose }: CustomerSectionProps) {
  const { t } = useTranslation(["assign", "words", "shell"]);
  if (customer === null) {
    return (
      <Panel title={t("customer.title")}>
        {isOnItsWay ? <Loading rows={1} label={t("shell:loading")} /> : <CustomerSearch onChoose={onChoose} />}
      </Panel>
    );
  }
  return (
    <Panel
      title={t("customer.title")}
      aside={
        <Button variant="subtle" size="compact-sm" onClick={() => onChoose("")}>
          {t("change")}
        </Button>
      }
    >
      <Group gap="xs" align="baseline">
        <strong>{customer.label}</strong> <OwnerPath tierPath={customer.tierPath} onlyBelow />
        <span className={classes.dim}>
          {[t(`words:customerKind.${customer.kind}`), customer.email, customer.phone]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
      </Group>
    </Panel>
  );
}

/** Found by name, number, e-mail or phone as it is typed (O11). An older answer is never put over a newer question's. */
function CustomerSearch({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation("assign");
  const [text, setText] = useState("");
  const search = text.trim();
  const { data, loading } = useQuery(AssignCustomerSearchDocument, { variables: { search }, skip: search === "" });
  const found = search === "" ? [] : (data?.customers.nodes ?? []);
  const close = search === "" ? [] : (data?.customers.suggestions ?? []);
  return (
    <>
      <SearchField
        value={text}
        onChange={setText}
        label={t("customer.search")}
        placeholder={t("customer.placeholder")}
      />
      <ul className={classes.found} aria-live="polite">
        {found.map((each) => (
          <CustomerRow key={each.id} customer={each} onChoose={onChoose} />
        ))}
        {search !== "" && !loading && found.length === 0 && (
          <NotFound name={search} suggestions={close} onChoose={onChoose} />
        )}
      </ul>
    </>
  );
}

function CustomerRow({ customer, onChoose }: { customer: AssignCustomerFragment; onChoose: (id: string) => void }) {
  return (
    <li>
      <button type="button" className={classes.row} onClick={() => onChoose(customer.id)}>
        <span>
          {customer.label} <OwnerPath tierPath={customer.tierPath} onlyBelow />
        </span>
        <span className={classes.dim}>
          {[customer.email, customer.phone].filter((part) => part !== null).join(" · ")}
        </span>
      </button>
    </li>
  );
}

/** O44: a near miss, or the way to create who was not found. */
function NotFound({
  name,
  suggestions,
  onChoose,
}: {
  name: string;
  suggestions: readonly AssignCustomerFragment[];
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation("assign");
  const reseller = useReseller();
  const canCreate = useCan("customer.create").isAllowed;
  return (
    <li className={classes.notFound}>
      <span>{t("customer.notFound", { name })}</span>
      {suggestions.length > 0 && <span className={classes.dim}>{t("customer.didYouMean")}</span>}
      {suggestions.length > 0 && (
        <ul className={classes.found}>
          {suggestions.map((each) => (
            <CustomerRow key={each.id} customer={each} onChoose={onChoose} />
          ))}
        </ul>
      )}
      {canCreate && <AppLink href={path.newCustomer(reseller, { name })}>{t("customer.create", { name })}</AppLink>}
    </li>
  );
}
