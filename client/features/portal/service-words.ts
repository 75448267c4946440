import { serverClock } from "../../api/server-clock.ts";
import type { Tone } from "../../ui/state-tone.ts";
import { stateTone } from "../../ui/state-tone.ts";
import { formatDate, formatNumber } from "../../ui/format.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { useViewer } from "../../api/viewer.tsx";
import type { PortalServiceFragment } from "./portal.generated.ts";

/** How far ahead somebody is told that a service ends. */
const soonDays = 14;

export interface StatusLine {
  readonly text: string;
  readonly tone: Tone;
}

/** What a service's owner wants to know of it, in one line. */
export function useStatusLine(): (service: PortalServiceFragment) => StatusLine {
  const { t } = useTranslation(["portal", "words"]);
  const locale = useLocale();
  const { reseller } = useViewer();
  const textOf = (service: PortalServiceFragment): string => {
    const { state, suspensionReasons, balances, endsOn, autoRenew } = service;
    switch (state) {
      case "PENDING":
        return t("line.PENDING");
      case "PENDING_FAILED":
        return t("line.PENDING_FAILED", { reseller: reseller.name });
      case "SUSPENDED":
        return t("line.SUSPENDED", { why: suspensionReasons.map((each) => t(`words:suspension.${each}`)).join(", ") });
      case "EXPIRED":
        return t("line.EXPIRED");
      case "TERMINATED":
        return endsOn === null ? t("line.TERMINATED") : t("line.ended", { date: formatDate(endsOn, locale) });
      case "ACTIVE":
        break;
    }
    if (endsOn !== null && !autoRenew) return t("line.ends", { date: formatDate(endsOn, locale) });
    const [left] = balances;
    if (left !== undefined) return t("line.left", { amount: formatNumber(left.amount, locale), unit: left.unit });
    return t("line.ACTIVE");
  };
  return (service) => ({
    text: textOf(service),
    tone: isEndingSoon(service) ? "warn" : stateTone("service", service.state),
  });
}

/** It stands still, or will soon: somebody has to do something. */
export function needsAttention(service: PortalServiceFragment): boolean {
  return ["SUSPENDED", "PENDING_FAILED", "EXPIRED"].includes(service.state) || isEndingSoon(service);
}

function isEndingSoon({ state, autoRenew, endsOn }: PortalServiceFragment): boolean {
  if (state !== "ACTIVE" || autoRenew || endsOn === null) return false;
  return Date.parse(endsOn) - serverClock.now() < soonDays * 86_400_000;
}
