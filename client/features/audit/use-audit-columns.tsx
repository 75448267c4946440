import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { useDeedWords } from "../../navigation/ActivityTimeline.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import type { AuditViewFragment } from "./audit.generated.ts";

export function useAuditColumns(): GridColumn<AuditViewFragment>[] {
  const { t } = useTranslation(["audit", "words"]);
  const locale = useLocale();
  const word = useDeedWords();
  const { timeZone } = useViewer().reseller;
  return [
    { key: "what", header: t("column.what"), isPrimary: true, cell: (entry) => word(entry) },
    { key: "subject", header: t("column.subject"), phonePlace: "start", cell: ({ subject }) => subject },
    {
      key: "who",
      header: t("column.who"),
      phonePlace: "end",
      cell: ({ actor, onBehalfOf }) => (onBehalfOf === null ? actor : t("for", { actor, onBehalfOf })),
    },
    {
      key: "channel",
      header: t("column.channel"),
      hideOnPhone: true,
      cell: ({ channel }) => t(`words:channel.${channel}`),
    },
    { key: "where", header: t("column.where"), hideOnPhone: true, cell: (row) => <OwnerPath {...row} /> },
    {
      key: "outcome",
      header: t("column.outcome"),
      hideOnPhone: true,
      cell: ({ outcome }) => <StateDot tone={outcome === "DONE" ? "ok" : "bad"}>{t(`outcome.${outcome}`)}</StateDot>,
    },
    {
      key: "at",
      header: t("column.at"),
      phonePlace: "topEnd",
      cell: ({ at }) => <TimeText value={at} locale={locale} timeZone={timeZone} withDate />,
    },
  ];
}
