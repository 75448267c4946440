import { useTranslation } from "react-i18next";
import type { InventoryItemState } from "../../api/generated/schema.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatTime } from "../../ui/format.ts";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import type { ItemRowFragment } from "./inventory.generated.ts";

/** O48: the middle is hidden in lists, the whole is there on hover, focus and copy. */
export function ItemIdentifier({ item }: { item: Pick<ItemRowFragment, "identifier" | "template"> }) {
  const { t } = useTranslation("inventory");
  return (
    <IdentifierText
      value={item.identifier}
      kind={item.template.identifierKind}
      isMasked
      labels={{ copy: t("copy"), copied: t("copied") }}
    />
  );
}

/** What one has set aside oneself is told in copper, with its time (O18). */
export function ItemStateText({ item }: { item: Pick<ItemRowFragment, "state" | "reservation"> }) {
  const { t } = useTranslation(["inventory", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { state, reservation } = item;
  if (reservation?.isYours === true) {
    const time = formatTime(reservation.expiresAt, locale, { timeZone });
    return <StateDot tone="running">{t("yoursUntil", { time })}</StateDot>;
  }
  return <StateDot tone={stateTone("item", state)}>{t(`words:item.${state}`)}</StateDot>;
}

interface StateCount {
  readonly state: InventoryItemState;
  readonly count: number;
}

/** "New: 3 · Assigned: 21": where the stock is, when nothing of it is free (O43). */
export function useCountWords(): (counts: readonly StateCount[]) => string {
  const { t } = useTranslation(["inventory", "words"]);
  return (counts) =>
    counts
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => t("stateCount", { state: t(`words:item.${state}`), number: count }))
      .join(" · ");
}
