import { useQuery } from "@apollo/client/react";
import { pageSizeMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { Granted } from "./Granted.tsx";
import { ItemRows } from "./ItemRows.tsx";
import classes from "./Portal.module.css";
import { PortalLinesDocument, type PortalLinesQuery } from "./portal.generated.ts";
import { useStatusLine } from "./service-words.ts";

type Line = PortalLinesQuery["services"]["nodes"][number];

/** The lines that one speaks over: their numbers, their devices, and as whom each signs in. */
export function PortalLinesPage() {
  const { t } = useTranslation(["portal", "words"]);
  return (
    <Granted by="service.view" title={t("menu.lines")}>
      <PageHeader title={t("menu.lines")} description={t("lines.text")} />
      <Lines />
    </Granted>
  );
}

function Lines() {
  const { t } = useTranslation("portal");
  const { reseller } = useViewer();
  const result = useQuery(PortalLinesDocument, {
    variables: { first: pageSizeMax },
    fetchPolicy: "cache-and-network",
  });
  return (
    <QueryState result={result}>
      {({ services }) => {
        const lines = services.nodes.filter(({ state }) => state !== "TERMINATED");
        if (lines.length === 0) {
          return (
            <EmptyState kind="first" title={t("lines.none")}>
              {t("services.noneText", { reseller: reseller.name })}
            </EmptyState>
          );
        }
        return (
          <div className={classes.page}>
            {lines.map((line) => (
              <LinePanel key={line.id} line={line} />
            ))}
          </div>
        );
      }}
    </QueryState>
  );
}

function LinePanel({ line }: { line: Line }) {
  const { t } = useTranslation("portal");
  const { text, tone } = useStatusLine()(line);
  const user = line.parameters.find(({ key }) => key === "sipUsername")?.value;
  return (
    <Panel
      title={<AppLink href={path.portalService(line.id)}>{line.name}</AppLink>}
      aside={<StateDot tone={tone}>{text}</StateDot>}
      padded={false}
      {...(user !== undefined && { footer: t("lines.user", { user }) })}
    >
      <ItemRows items={line.items} />
    </Panel>
  );
}
