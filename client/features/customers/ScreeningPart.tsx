import { useQuery } from "@apollo/client/react";
import type { ScreeningState } from "@tierline/shared/screening.ts";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Facts } from "../../ui/Facts.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { Tone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { CustomerScreeningDocument } from "./customer.generated.ts";

const pollMs = 15_000;
const tones: Readonly<Record<ScreeningState, Tone>> = {
  NOT_RUN: "neutral",
  RUNNING: "running",
  CLEAR: "ok",
  POTENTIAL_MATCH: "warn",
  APPROVED: "ok",
  NON_COMPLIANT: "bad",
};

/** How the customer stands with the lists of restricted parties; nothing of it where it cannot be told. */
export function ScreeningPart({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const { isAllowed } = useCan("screening.view");
  const { data } = useQuery(CustomerScreeningDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
    skip: !isAllowed,
  });
  const screening = data?.customer?.screening ?? null;
  if (screening === null) return null;
  const { state, lastCheckedAt, case: found } = screening;
  const at = lastCheckedAt === null ? "–" : formatDateTime(lastCheckedAt, locale, { timeZone });
  return (
    <Panel
      title={t("screening.title")}
      {...(found !== null && {
        aside: <AppLink href={path.screeningCase(reseller, found.id)}>{t("screening.case")}</AppLink>,
      })}
    >
      <Facts
        items={[
          {
            key: "state",
            label: t("screening.state"),
            value: <StateDot tone={tones[state]}>{t(`screening.is.${state}`)}</StateDot>,
          },
          { key: "at", label: t("screening.at"), value: at },
        ]}
      />
    </Panel>
  );
}
