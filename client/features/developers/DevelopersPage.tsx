import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { choice, text } from "../../navigation/url-parts.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { ProgramsDocument } from "./developers.generated.ts";
import classes from "./Developers.module.css";
import { NewProgram } from "./NewProgram.tsx";
import { ProgramPart } from "./ProgramPart.tsx";
import { RequestLog } from "./RequestLog.tsx";
import { ShownKey } from "./ShownKey.tsx";

/** The dialog that is open, and which requests are shown. */
const place = z.object({ dialog: choice(["", "new"], ""), program: text, outcome: choice(["", "failed", "done"], "") });

/** Third parties' programs: their keys, the first query, and what they asked. */
export function DevelopersPage() {
  const { t } = useTranslation("developers");
  return (
    <Permitted by="api_key.view" title={t("title")}>
      <Page />
    </Permitted>
  );
}

function Page() {
  const { t } = useTranslation("developers");
  const [{ dialog, program, outcome }, setPlace] = useUrlState(place);
  /** Told once, so that it stands neither in the address nor in the cache. */
  const [token, setToken] = useState<string | null>(null);
  const result = useQuery(ProgramsDocument, { fetchPolicy: "cache-and-network" });
  const can = useCan("api_key.manage");
  const { key } = useViewer().reseller;
  const shown = (made: string | null): void => {
    setToken(made);
    setPlace({ dialog: "" });
    void result.refetch();
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <AppLink href={path.webhooks(key)}>{t("webhooks")}</AppLink>
            <a href="/graphiql" target="_blank" rel="noreferrer">
              {t("explorer")}
            </a>
            <ReasonedButton
              disabledReason={can.isAllowed ? null : can.reason}
              onClick={() => setPlace({ dialog: "new" }, { push: true })}
            >
              {t("new")}
            </ReasonedButton>
          </>
        }
      />
      <div className={classes.page}>
        {token !== null && <ShownKey token={token} onClose={() => setToken(null)} />}
        <QueryState result={result} rows={3}>
          {({ apiClients: { nodes } }) => (
            <>
              <Panel title={t("programs")} count={nodes.length}>
                {nodes.length === 0 && <p className={classes.dim}>{t("none")}</p>}
                {nodes.map((each) => (
                  <ProgramPart key={each.id} program={each} onToken={shown} />
                ))}
              </Panel>
              <RequestLog
                programs={nodes}
                program={program}
                outcome={outcome}
                onChange={(change) => setPlace(change)}
              />
            </>
          )}
        </QueryState>
      </div>
      {dialog === "new" && <NewProgram onClose={() => setPlace({ dialog: "" })} onMade={shown} />}
    </>
  );
}
