import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import { DeliveryLog } from "./DeliveryLog.tsx";
import { DeveloperPage } from "./DeveloperPage.tsx";
import classes from "./Developers.module.css";
import { EndpointPart } from "./EndpointPart.tsx";
import { NewEndpoint } from "./NewEndpoint.tsx";
import { ShownSecret } from "./ShownSecret.tsx";
import { EndpointsDocument } from "./webhooks.generated.ts";

const states = ["", "PENDING", "DELIVERED", "FAILED"] as const;
/** The dialog that is open, and which deliveries are shown. */
const place = z.object({ dialog: choice(["", "new", "replay"], ""), endpoint: text, state: choice(states, "") });

/** Where third parties are told what happens: endpoints, and what each was sent. */
export function WebhooksPage() {
  const { t } = useTranslation("webhooks");
  return (
    <DeveloperPage page="webhooks" title={t("title")} description={t("description")} deed={t("new")}>
      <Endpoints />
    </DeveloperPage>
  );
}

function Endpoints() {
  const { t } = useTranslation("webhooks");
  const [{ dialog, endpoint, state }, setPlace] = useUrlState(place);
  /** Told once, so that it stands neither in the address nor in the cache. */
  const [secret, setSecret] = useState<string | null>(null);
  const result = useQuery(EndpointsDocument, { fetchPolicy: "cache-and-network" });
  const close = (): void => setPlace({ dialog: "" });
  const shown = (made: string | null): void => {
    setSecret(made);
    close();
    void result.refetch();
  };
  return (
    <>
      {secret !== null && <ShownSecret secret={secret} onClose={() => setSecret(null)} />}
      <QueryState result={result} rows={3}>
        {({ webhookEndpoints: { nodes } }) => (
          <>
            <Panel title={t("endpoints")} count={nodes.length}>
              {nodes.length === 0 && <p className={classes.dim}>{t("none")}</p>}
              {nodes.map((each) => (
                <EndpointPart key={each.id} endpoint={each} onSecret={shown} onChanged={() => void result.refetch()} />
              ))}
            </Panel>
            <DeliveryLog
              endpoints={nodes}
              endpoint={endpoint}
              state={state}
              onChange={(change) => setPlace(change)}
              isReplaying={dialog === "replay"}
              onReplay={(isOpen) => setPlace({ dialog: isOpen ? "replay" : "" }, { push: isOpen })}
            />
          </>
        )}
      </QueryState>
      {dialog === "new" && <NewEndpoint onClose={close} onMade={shown} />}
    </>
  );
}
