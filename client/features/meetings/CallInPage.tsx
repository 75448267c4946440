import { useQuery } from "@apollo/client/react";
import { callInRegionKeys, defaultCallIn } from "@tierline/shared/call-in-region.ts";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ActionsHead } from "../../navigation/ActionsHead.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { countryName } from "../../ui/countries.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { CallInRegionsDocument, type CallInRegionFieldsFragment } from "./call-in.generated.ts";
import classes from "./CallIn.module.css";
import { EditRegion } from "./EditRegion.tsx";

const noRegion = "";
const urlState = z.object({ region: choice([noRegion, ...callInRegionKeys], noRegion) });

/** Where in the world one dials in to meetings, and by which numbers; the operator's to say (C28). */
export function CallInPage() {
  const { t } = useTranslation("meetings");
  return (
    <Permitted by="customer.view" title={t("title")}>
      <Regions />
    </Permitted>
  );
}

function Regions() {
  const { t } = useTranslation(["meetings", "rows"]);
  const [{ region }, setState] = useUrlState(urlState);
  const result = useQuery(CallInRegionsDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns((key) => setState({ region: key }));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className={classes.box}>
        <QueryState result={result}>
          {({ callInRegions }) => {
            const opened = callInRegions.find(({ key }) => key === region);
            return (
              <>
                <DataGrid<CallInRegionFieldsFragment>
                  columns={columns}
                  rows={callInRegions}
                  rowKey={({ key }) => key}
                  caption={t("title")}
                  empty={<EmptyState kind="first" title={t("title")} />}
                  labels={{ more: t("rows:more"), loading: t("rows:loading") }}
                />
                {opened !== undefined && (
                  <EditRegion
                    key={opened.version}
                    of={opened}
                    onClose={() => setState({ region: noRegion })}
                    onSaved={() => void result.refetch()}
                  />
                )}
              </>
            );
          }}
        </QueryState>
      </div>
    </>
  );
}

function useColumns(
  onEdit: (key: CallInRegionFieldsFragment["key"]) => void,
): GridColumn<CallInRegionFieldsFragment>[] {
  const { t } = useTranslation("meetings");
  const locale = useLocale();
  const can = useCan("call_in.edit");
  return [
    { key: "region", header: t("region"), cell: ({ key }) => t(`key.${key}`), isPrimary: true },
    { key: "code", header: t("code"), cell: ({ code }) => code, phonePlace: "start" },
    {
      key: "of",
      header: t("codeOf"),
      cell: ({ countries }) => countries.map((each) => countryName(each, locale)).join(", "),
      phonePlace: "end",
    },
    {
      key: "default",
      header: t("default"),
      cell: ({ key, countries: [country = ""], numbers }) => (
        <PhoneText value={defaultCallIn(key, country, numbers).phone} />
      ),
      hideOnPhone: true,
    },
    {
      key: "numbers",
      header: t("numbers"),
      align: "end",
      cell: ({ numbers }) => formatNumber(numbers.length, locale),
      hideOnPhone: true,
    },
    {
      key: "home",
      header: t("homeCountries"),
      align: "end",
      cell: ({ homeCountries }) => formatNumber(homeCountries.length, locale),
      hideOnPhone: true,
    },
    {
      key: "edit",
      header: <ActionsHead />,
      align: "end",
      cell: ({ key }) => (
        <ReasonedButton
          variant="default"
          size="xs"
          disabledReason={can.reason}
          aria-label={t("editNamed", { region: t(`key.${key}`) })}
          onClick={() => onEdit(key)}
        >
          {t("edit")}
        </ReasonedButton>
      ),
      phonePlace: "topEnd",
    },
  ];
}
