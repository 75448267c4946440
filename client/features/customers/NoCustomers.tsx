import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { CustomerRowFragment } from "./customer-list.generated.ts";
import classes from "./CustomerListPage.module.css";
import { activeFilters, type ListState } from "./list-state.ts";

interface NoCustomersProps {
  readonly state: ListState;
  readonly suggestions: readonly CustomerRowFragment[];
  readonly onChange: (change: Partial<ListState>) => void;
}

/** O44: a near miss, the filters that may be to blame, or the way to create who was not found. */
export function NoCustomers({ state, suggestions, onChange }: NoCustomersProps) {
  const { t } = useTranslation("customers");
  const name = state.search.trim();
  const filters = activeFilters(state);
  if (name === "" && filters.length === 0) {
    return (
      <EmptyState kind="first" title={t("none.first")} action={<CreateButton name="" />}>
        {t("none.firstText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title={name === "" ? t("none.filtered") : t("none.notFound", { name })}
      action={
        <Group gap="xs">
          {name !== "" && <CreateButton name={name} />}
          {filters.length > 0 && (
            <Button variant="default" onClick={() => onChange(Object.fromEntries(filters.map((each) => [each, ""])))}>
              {t("none.reset")}
            </Button>
          )}
        </Group>
      }
    >
      {filters.length > 0 && (
        <p>{t("none.blame", { filters: filters.map((each) => t(`none.by.${each as "kind"}`)).join(", ") })}</p>
      )}
      {name !== "" && suggestions.length === 0 && <p>{t("none.tips")}</p>}
      {suggestions.length > 0 && <Suggestions customers={suggestions} />}
    </EmptyState>
  );
}

function Suggestions({ customers }: { customers: readonly CustomerRowFragment[] }) {
  const { t } = useTranslation("customers");
  const reseller = useReseller();
  return (
    <>
      <p>{t("none.didYouMean")}</p>
      <ul className={classes.suggestions}>
        {customers.map(({ id, label }) => (
          <li key={id}>
            <AppLink href={path.customer(reseller, id)}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function CreateButton({ name }: { name: string }) {
  const { t } = useTranslation("customers");
  const reseller = useReseller();
  if (!useCan("customer.create").isAllowed) return null;
  return (
    <Button component={AppLink} href={path.newCustomer(reseller, { name })}>
      {name === "" ? t("new.title") : t("none.create", { name })}
    </Button>
  );
}
