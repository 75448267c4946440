import { useQuery } from "@apollo/client/react";
import { firstIncomplete, platformOf } from "@tierline/shared/onboarding.ts";
import { useTranslation } from "react-i18next";
import { Button } from "@mantine/core";
import { useLocale } from "../../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { Permitted } from "../../../navigation/Permitted.tsx";
import { QueryState } from "../../../navigation/QueryState.tsx";
import { useReseller } from "../../../navigation/use-place.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { DataGrid } from "../../../ui/DataGrid.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import type { GridColumn } from "../../../ui/grid-column.ts";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { RelativeTime } from "../../../ui/RelativeTime.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import pageClasses from "../CustomerListPage.module.css";
import { OnboardingsDocument, type OnboardingFieldsFragment } from "./onboarding.generated.ts";

/** Customers who are taken on, and where each of them was left. */
export function OnboardingListPage() {
  const { t } = useTranslation("onboarding");
  return (
    <Permitted by="customer.create" title={t("title")}>
      <Onboardings />
    </Permitted>
  );
}

function Onboardings() {
  const { t } = useTranslation(["onboarding", "customers", "rows"]);
  const reseller = useReseller();
  const result = useQuery(OnboardingsDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumb={<AppLink href={path.customers(reseller)}>{t("customers:list.title")}</AppLink>}
        actions={
          <Button component={AppLink} href={path.onboarding(reseller, "new", "customer")}>
            {t("new")}
          </Button>
        }
      />
      <div className={pageClasses.box}>
        <QueryState result={result}>
          {({ onboardings: { nodes, pageInfo } }) => (
            <>
              <DataGrid<OnboardingFieldsFragment>
                columns={columns}
                rows={nodes}
                rowKey={({ id }) => id}
                rowHref={({ id, platform, takenSteps }) =>
                  path.onboarding(reseller, id, firstIncomplete(platform, takenSteps).toLowerCase())
                }
                renderLink={renderLink}
                caption={t("title")}
                empty={<EmptyState kind="first" title={t("none")} />}
                labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              />
              {pageInfo.hasNextPage && (
                <Button
                  variant="default"
                  loading={result.loading}
                  onClick={() => void result.fetchMore({ variables: { after: pageInfo.endCursor } })}
                >
                  {t("rows:more")}
                </Button>
              )}
            </>
          )}
        </QueryState>
      </div>
    </>
  );
}

function useColumns(): GridColumn<OnboardingFieldsFragment>[] {
  const { t } = useTranslation(["onboarding", "customers"]);
  const locale = useLocale();
  return [
    {
      key: "name",
      header: t("customers:field.name"),
      cell: ({ customer, name }) => customer?.label ?? (name === "" ? t("unnamed") : name),
      isPrimary: true,
    },
    {
      key: "account",
      header: t("account"),
      cell: ({ customer }) =>
        customer === null ? null : (
          <CopyButton
            value={String(customer.number)}
            labels={{ copy: t("copy", { name: customer.label }), copied: t("copied") }}
          />
        ),
      hideOnPhone: true,
    },
    { key: "platform", header: t("platform"), cell: ({ platform }) => platformOf(platform).name, hideOnPhone: true },
    { key: "step", header: t("stepHead"), cell: ({ step }) => t(`step.${step}`), phonePlace: "start" },
    {
      key: "state",
      header: t("stateHead"),
      cell: ({ state }) => <StateDot tone={state === "DRAFT" ? "neutral" : "running"}>{t(`of.${state}`)}</StateDot>,
      phonePlace: "topEnd",
    },
    { key: "owner", header: t("owner"), cell: ({ startedBy }) => startedBy, hideOnPhone: true },
    {
      key: "age",
      header: t("age"),
      cell: ({ startedAt }) => <RelativeTime value={startedAt} locale={locale} />,
      hideOnPhone: true,
    },
  ];
}
