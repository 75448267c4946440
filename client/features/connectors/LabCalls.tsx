import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatTime } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { LabViewFragment } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";

type Call = LabViewFragment["recentCalls"][number];

interface LabCallsProps {
  readonly calls: readonly Call[];
  readonly elements: LabViewFragment["elements"];
}

/** What the network was asked, newest first, as it kept it itself; secrets are masked. */
export function LabCalls({ calls, elements }: LabCallsProps) {
  const { t } = useTranslation(["connectors", "rows"]);
  const [open, setOpen] = useState<Call | null>(null);
  const titleOf = (key: string): string => elements.find((element) => element.key === key)?.title ?? key;
  return (
    <Panel title={t("call.title")} aside={t("call.aside")} padded={false}>
      <DataGrid
        columns={useColumns(titleOf)}
        rows={calls}
        rowKey={({ id }) => id}
        onRowOpen={setOpen}
        caption={t("call.title")}
        empty={<EmptyState kind="first" title={t("call.none")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
      {open !== null && (
        <Dialog
          onClose={() => setOpen(null)}
          size="xl"
          title={t("call.one", { element: titleOf(open.element), method: open.method })}
          closeLabel={t("call.close")}
        >
          <p className={classes.message}>
            <code>{open.target}</code>
          </p>
          <CodeBlock code={open.request} label={t("call.request")} />
          <p className={classes.message}>
            {t("call.effect")} {open.response === "" ? t("call.nothing") : open.response}
          </p>
        </Dialog>
      )}
    </Panel>
  );
}

function useColumns(titleOf: (key: string) => string): GridColumn<Call>[] {
  const { t } = useTranslation("connectors");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const mono = (text: string) => <span className={`tl-mono ${classes.cut}`}>{text}</span>;
  return [
    {
      key: "at",
      header: t("call.at"),
      cell: ({ at }) => formatTime(at, locale, { timeZone, seconds: true }),
      phonePlace: "topEnd",
      width: 84,
    },
    { key: "element", header: t("call.element"), cell: ({ element }) => titleOf(element), phonePlace: "start" },
    {
      key: "method",
      header: t("call.method"),
      cell: ({ method, target }) => mono(`${method} ${target}`),
      isPrimary: true,
    },
    {
      key: "effect",
      header: t("call.effectColumn"),
      cell: ({ response }) => (response === "" ? "–" : response),
      phonePlace: "end",
    },
  ];
}
