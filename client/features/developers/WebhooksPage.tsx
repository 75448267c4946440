import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { DeliveryLog } from "./DeliveryLog.tsx";
import classes from "./Developers.module.css";
import { EndpointPart } from "./EndpointPart.tsx";
import { NewEndpoint } from "./NewEndpoint.tsx";
import { ShownSecret } from "./ShownSecret.tsx";
import { EndpointsDocument } from "./webhooks.generated.ts";

const states = ["", "PENDING", "DELIVERED", "FAILED"] as const;
/** The dialog that is open, and which deliveries are shown. */
const place = z.object({ dialog: choice(["", "new"], ""), endpoint: text, state: choice(states, "") });

/** Where third parties are told what happens: endpoints, and what each was sent. */
export function WebhooksPage() {
  const { t } = useTranslation("webhooks");
  return (
    <Permitted by="api_key.view" title={t("title")}>
      <Page />
    </Permitted>
  );
}

function Page() {
  const { t } = useTranslation("webhooks");
  const [{ dialog, endpoint, state }, setPlace] = useUrlState(place);
  /** Told once, so that it stands neither in the address nor in the cache. */
  const [secret, setSecret] = useState<string | null>(null);
  const result = useQuery(EndpointsDocument, { fetchPolicy: "cache-and-network" });
  const can = useCan("api_key.manage");
  const { key } = useViewer().reseller;
  const shown = (made: string | null): void => {
    setSecret(made);
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
            <AppLink href={path.developers(key)}>{t("programs")}</AppLink>
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
        {secret !== null && <ShownSecret secret={secret} onClose={() => setSecret(null)} />}
        <QueryState result={result} rows={3}>
          {({ webhookEndpoints: { nodes } }) => (
            <>
              <Panel title={t("endpoints")} count={nodes.length}>
                {nodes.length === 0 && <p className={classes.dim}>{t("none")}</p>}
                {nodes.map((each) => (
                  <EndpointPart
                    key={each.id}
                    endpoint={each}
                    onSecret={shown}
                    onChanged={() => void result.refetch()}
                  />
                ))}
              </Panel>
              <DeliveryLog
                endpoints={nodes}
                endpoint={endpoint}
                state={state}
                onChange={(change) => setPlace(change)}
              />
            </>
          )}
        </QueryState>
      </div>
      {dialog === "new" && <NewEndpoint onClose={() => setPlace({ dialog: "" })} onMade={shown} />}
    </>
  );
}
