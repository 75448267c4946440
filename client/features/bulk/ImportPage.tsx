import { useTranslation } from "react-i18next";
import { useLive } from "../../api/use-live.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { BulkImportLiveDocument, BulkImportPageDocument, type BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";
import { FailedRowsPanel } from "./FailedRowsPanel.tsx";
import { MappingPanel } from "./MappingPanel.tsx";
import { PricesPanel } from "./PricesPanel.tsx";
import { ProblemsPanel } from "./ProblemsPanel.tsx";
import { ProgressPanel } from "./ProgressPanel.tsx";
import { RehearsalPanel } from "./RehearsalPanel.tsx";

/** One file from its columns to its last row. Live, so that nobody has to ask how far it is. */
export function ImportPage() {
  const { t } = useTranslation("bulk");
  return (
    <Permitted by="bulk.import" title={t("title")}>
      <Live />
    </Permitted>
  );
}

function Live() {
  const id = useParam("import");
  const result = useLive({ query: BulkImportPageDocument, subscription: BulkImportLiveDocument, variables: { id } });
  return (
    <QueryState result={result}>
      {({ bulkImport }) => (bulkImport === null ? <NotFound /> : <View key={bulkImport.id} shown={bulkImport} />)}
    </QueryState>
  );
}

function View({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const reseller = useReseller();
  const { state, kind, fileName } = shown;
  const isBegun = state !== "UPLOADED" && state !== "REHEARSING" && state !== "REHEARSED";
  return (
    <>
      <PageHeader
        title={fileName}
        crumb={<AppLink href={path.imports(reseller)}>{t("title")}</AppLink>}
        beside={<StateDot tone={stateTone("bulk", state)}>{t(`state.${state}`)}</StateDot>}
        description={t(`kind.${kind}`)}
      />
      <div className={classes.page}>
        <div className={classes.column}>
          {isBegun ? <ProgressPanel shown={shown} /> : <RehearsalPanel shown={shown} />}
          <ProblemsPanel shown={shown} isFixable={!isBegun} />
          <FailedRowsPanel shown={shown} />
          <PricesPanel shown={shown} />
        </div>
        {!isBegun && <MappingPanel key={shown.columns.map(({ header }) => header).join()} shown={shown} />}
      </div>
    </>
  );
}
