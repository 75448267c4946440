import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import classes from "./SessionList.module.css";

export interface SessionFacts {
  readonly id: string;
  readonly userAgent: string;
  readonly ipAddress: string;
  readonly lastSeenAt: string;
  readonly isCurrent: boolean;
}

interface SessionListProps {
  readonly sessions: readonly SessionFacts[];
  readonly label: string;
  /** One's own can be ended one by one. */
  readonly onEnd?: (id: string) => void;
}

/** Browsers that are signed in: which, where and when they were last used. */
export function SessionList({ sessions, label, onEnd }: SessionListProps) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  if (sessions.length === 0) return <p className={classes.none}>{t("sessions.none")}</p>;
  return (
    <ul className={classes.list} aria-label={label}>
      {sessions.map(({ id, userAgent, ipAddress, lastSeenAt, isCurrent }) => {
        const device = deviceOf(userAgent) ?? t("sessions.unknown");
        return (
          <li key={id}>
            <span className={classes.device} title={userAgent}>
              {device}
            </span>
            <span className={classes.facts}>
              {ipAddress !== "" && <span className="tl-mono">{ipAddress}</span>}
              <RelativeTime value={lastSeenAt} locale={locale} timeZone={timeZone} />
            </span>
            {isCurrent && <span className={classes.current}>{t("sessions.current")}</span>}
            {!isCurrent && onEnd !== undefined && (
              <Button
                size="xs"
                variant="default"
                aria-label={t("sessions.endNamed", { device })}
                onClick={() => onEnd(id)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

// Which of them a browser names first: Edge calls itself Chrome, too, and Chrome calls itself Safari.
const browsers = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;
const systems = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** `Firefox, Linux`; a program that says something else of itself, by its own words. */
export function deviceOf(userAgent: string): string | null {
  const named = [browsers, systems].flatMap((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? []);
  if (named.length > 0) return named.join(", ");
  return userAgent === "" ? null : userAgent.slice(0, 60);
}
