import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice, text } from "../../navigation/url-parts.ts";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { PeopleListDocument, type PersonRowFragment } from "./people.generated.ts";
import classes from "./People.module.css";
import { userTones } from "./user-tones.ts";

const states = ["INVITED", "ACTIVE", "DISABLED"] as const;

const listState = z.object({ search: text, state: choice([...states, ""], "") });

/** Who works in this tier and below, with which rights. */
export function PeoplePage() {
  const { t } = useTranslation(["people", "rows", "words"]);
  const locale = useLocale();
  const [{ search, state }, setState] = useUrlState(listState);
  const [isInviting, setInviting] = useState(false);
  const can = useCan("user.invite");
  const filter = { ...(search.trim() !== "" && { search: search.trim() }), ...(state !== "" && { state: [state] }) };
  const result = useQuery(PeopleListDocument, {
    variables: { filter, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const columns = useColumns();
  const reseller = useReseller();
  return (
    <>
      <PageHeader
        title={t("title")}
        beside={data && <span>{formatNumber(data.users.totalCount.value, locale)}</span>}
        actions={
          <ReasonedButton
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            disabledReason={can.reason}
            onClick={() => setInviting(true)}
          >
            {t("invite")}
          </ReasonedButton>
        }
      />
      <div className={classes.box}>
        <div className={classes.toolbar}>
          <SearchField
            value={search}
            onChange={(next) => setState({ search: next })}
            label={t("search")}
            placeholder={t("placeholder")}
            clearLabel={t("clear")}
            className={classes.search ?? ""}
          />
          <Select
            size="xs"
            aria-label={t("state")}
            placeholder={t("state")}
            clearable
            value={state === "" ? null : state}
            onChange={(next) => setState({ state: next ?? "" })}
            data={states.map((value) => ({ value, label: t(`words:user.${value}`) }))}
          />
        </div>
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ users }) => (
            <DataGrid<PersonRowFragment>
              {...pagesOf(result, users.pageInfo)}
              columns={columns}
              rows={users.nodes}
              rowKey={({ id }) => id}
              rowHref={({ id }) => path.person(reseller, id)}
              renderLink={renderLink}
              caption={t("title")}
              empty={
                <EmptyState
                  kind={search === "" && state === "" ? "first" : "filtered"}
                  title={t(search === "" && state === "" ? "noneYet" : "none")}
                />
              }
              total={users.totalCount.value}
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              hasPageKeys
            />
          )}
        </QueryState>
      </div>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} onInvited={() => void result.refetch()} />}
    </>
  );
}

function useColumns(): GridColumn<PersonRowFragment>[] {
  const { t } = useTranslation(["people", "words"]);
  const locale = useLocale();
  const { reseller } = useViewer();
  return [
    { key: "name", header: t("column.name"), isPrimary: true, cell: ({ name }) => name },
    { key: "email", header: t("column.email"), cell: ({ email }) => email, phonePlace: "start" },
    {
      key: "role",
      header: t("column.role"),
      hideOnPhone: true,
      cell: ({ role, roles }) => [t(`words:role.${role}`), ...roles.map(({ name }) => name)].join(", "),
    },
    {
      key: "customers",
      header: t("column.customers"),
      hideOnPhone: true,
      cell: ({ customer, namedCustomersOnly, namedCustomers }) =>
        customer?.label ?? (namedCustomersOnly ? t("namedCount", { count: namedCustomers.length }) : t("allCustomers")),
    },
    {
      key: "reseller",
      header: t("column.reseller"),
      hideOnPhone: true,
      cell: (person) => person.reseller?.name ?? reseller.name,
    },
    {
      key: "state",
      header: t("column.state"),
      phonePlace: "end",
      cell: ({ state }) => <StateDot tone={userTones[state]}>{t(`words:user.${state}`)}</StateDot>,
    },
    {
      key: "lastSignIn",
      header: t("column.lastSignIn"),
      align: "end",
      hideOnPhone: true,
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? (
          <span className={classes.dim}>{t("never")}</span>
        ) : (
          <RelativeTime value={lastSignInAt} locale={locale} timeZone={reseller.timeZone} />
        ),
    },
  ];
}
