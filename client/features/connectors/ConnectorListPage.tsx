import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { text } from "../../navigation/url-parts.ts";
import { useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ConnectorCard } from "./ConnectorCard.tsx";
import { ConnectorListDocument } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";
import { SettingsDialog } from "./SettingsDialog.tsx";

/** Whose settings are open stands in the address. */
const place = z.object({ settings: text });

/** The outside systems: whether they answer, and whether they are real. */
export function ConnectorListPage() {
  const { t } = useTranslation("connectors");
  const reseller = useReseller();
  const { lab } = useViewer();
  const [{ settings }, setPlace] = useUrlState(place);
  const result = useQuery(ConnectorListDocument, { fetchPolicy: "cache-and-network" });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        {...(lab && { actions: <AppLink href={path.lab(reseller)}>{t("toLab")}</AppLink> })}
      />
      <QueryState result={result}>
        {({ connectors }) => {
          const open = connectors.find(({ key }) => key === settings);
          return (
            <>
              <ul className={classes.cards}>
                {connectors.map((connector) => (
                  <li key={connector.id}>
                    <ConnectorCard
                      connector={connector}
                      onSettings={() => setPlace({ settings: connector.key }, { push: true })}
                    />
                  </li>
                ))}
              </ul>
              {open !== undefined && (
                <SettingsDialog
                  connector={open}
                  refetch={() => result.refetch()}
                  onClose={() => setPlace({ settings: "" })}
                />
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}
