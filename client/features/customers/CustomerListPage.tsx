import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useAskAgain } from "../../api/use-ask-again.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { formatNumber } from "../../ui/format.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./CustomerListPage.module.css";
import { CustomerListDocument, type CustomerListQuery } from "./customer-list.generated.ts";
import { listState, listVariables, type ListState } from "./list-state.ts";
import { ListToolbar } from "./ListToolbar.tsx";
import { NoCustomers } from "./NoCustomers.tsx";
import { useCustomerColumns } from "./use-customer-columns.tsx";

type Customers = CustomerListQuery["customers"];

/** All customers of the tier and below: found by name, number, e-mail or phone (O11). */
export function CustomerListPage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  const { t } = useTranslation(["customers", "rows"]);
  const [state, setState] = useUrlState(listState);
  const variables = { ...listVariables(state), first: pageSizeDefault };
  const result = useQuery(CustomerListDocument, { variables, fetchPolicy: "cache-and-network" });
  useAskAgain(CustomerListDocument, variables, {
    rows: result.data?.customers.nodes.length ?? null,
    everyMs: askAgainMs,
  });
  // While the next answer is on its way the last one stays, but it does not hide an error.
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <>
      <PageHeader
        title={t("list.title")}
        beside={data && <Total {...data.customers.totalCount} />}
        actions={
          <>
            <TemplatesButton />
            <NewCustomerButton name={state.search} />
          </>
        }
      />
      <div className={classes.box}>
        <ListToolbar state={state} onChange={setState} />
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ customers }) => (
            <Rows
              customers={customers}
              paging={pagesOf(result, customers.pageInfo)}
              state={state}
              onChange={setState}
            />
          )}
        </QueryState>
      </div>
    </>
  );
}

/** B18, C7: what others create comes by itself, and what has left the list goes. */
const askAgainMs = 15_000;

interface RowsProps {
  readonly customers: Customers;
  readonly paging: ReturnType<typeof pagesOf>;
  readonly state: ListState;
  readonly onChange: (change: Partial<ListState>) => void;
}

function Rows({ customers: { nodes, suggestions, totalCount }, paging, state, onChange }: RowsProps) {
  const { t } = useTranslation(["customers", "rows"]);
  const reseller = useReseller();
  return (
    <DataGrid
      {...paging}
      columns={useCustomerColumns()}
      rows={nodes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => path.customer(reseller, id)}
      renderLink={renderLink}
      caption={t("list.title")}
      empty={<NoCustomers state={state} suggestions={suggestions} onChange={onChange} />}
      {...(!totalCount.isEstimate && { total: totalCount.value })}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      hasPageKeys
    />
  );
}

function Total({ value, isEstimate }: { value: number; isEstimate: boolean }) {
  const { t } = useTranslation("customers");
  const number = formatNumber(value, useLocale());
  return <span>{isEstimate ? t("list.about", { number }) : number}</span>;
}

/** Starts with what was searched for: who is not found is mostly someone new. */
function TemplatesButton() {
  const { t } = useTranslation("customers");
  const reseller = useReseller();
  if (!useCan("customer.create").isAllowed) return null;
  return (
    <>
      <Button component={AppLink} href={path.onboardings(reseller)} variant="default">
        {t("list.onboarding")}
      </Button>
      <Button component={AppLink} href={path.customerTemplates(reseller)} variant="default">
        {t("list.templates")}
      </Button>
    </>
  );
}

function NewCustomerButton({ name }: { name: string }) {
  const { t } = useTranslation("customers");
  const go = useGo();
  const reseller = useReseller();
  const can = useCan("customer.create");
  const open = (): void => go(path.newCustomer(reseller, { name: name.trim() }));
  useShortcut("c", t("new.title"), () => can.isAllowed && open());
  return (
    <ReasonedButton
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      rightSection={<KeyHint keys={keyLabel("c")} />}
      aria-keyshortcuts="c"
      disabledReason={can.reason}
      onClick={open}
    >
      {t("new.title")}
    </ReasonedButton>
  );
}
