import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import { DeveloperPage } from "./DeveloperPage.tsx";
import { ProgramsDocument } from "./developers.generated.ts";
import classes from "./Developers.module.css";
import { NewProgram } from "./NewProgram.tsx";
import { ProgramPart } from "./ProgramPart.tsx";
import { RequestLog } from "./RequestLog.tsx";
import { ShownKey } from "./ShownKey.tsx";

/** The dialog that is open, and which requests are shown. */
const place = z.object({
  dialog: choice(["", "new"], ""),
  program: text,
  key: text,
  operation: text,
  outcome: choice(["", "failed", "done"], ""),
});

/** Third parties' programs: their keys, the first query, and what they asked. */
export function DevelopersPage() {
  const { t } = useTranslation("developers");
  return (
    <DeveloperPage page="programs" title={t("title")} description={t("description")} deed={t("new")}>
      <Programs />
    </DeveloperPage>
  );
}

function Programs() {
  const { t } = useTranslation("developers");
  const [{ dialog, ...filters }, setPlace] = useUrlState(place);
  /** Told once, so that it stands neither in the address nor in the cache. */
  const [token, setToken] = useState<string | null>(null);
  const result = useQuery(ProgramsDocument, { fetchPolicy: "cache-and-network" });
  const shown = (made: string | null): void => {
    setToken(made);
    setPlace({ dialog: "" });
    void result.refetch();
  };
  return (
    <>
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
            <RequestLog programs={nodes} filters={filters} onChange={(change) => setPlace(change)} />
          </>
        )}
      </QueryState>
      {dialog === "new" && <NewProgram onClose={() => setPlace({ dialog: "" })} onMade={shown} />}
    </>
  );
}
