import { Button } from "@mantine/core";
import {
  IconAlertTriangle,
  IconClock,
  IconCloudOff,
  IconFileInvoice,
  IconListCheck,
  IconLock,
  IconPackage,
  IconPlugConnectedX,
  IconShieldSearch,
  IconUserExclamation,
  IconUserPlus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatRelative, formatTime } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { ReservationCountdown } from "../../ui/ReservationCountdown.tsx";
import { attentionAction, type AttentionItem } from "./attention-action.ts";
import classes from "./HomePage.module.css";

const looks = {
  FAILED_RUN: { icon: IconAlertTriangle, tone: "bad" },
  WAITING_RUN: { icon: IconUserExclamation, tone: "here" },
  EXPIRING_RESERVATION: { icon: IconClock, tone: "here" },
  LOW_STOCK: { icon: IconPackage, tone: "warn" },
  INVOICE_FAILED: { icon: IconFileInvoice, tone: "bad" },
  SCREENING_CASE: { icon: IconShieldSearch, tone: "bad" },
  ONBOARDING: { icon: IconListCheck, tone: "here" },
  SCREENING_LIST: { icon: IconCloudOff, tone: "bad" },
  SIGN_UP: { icon: IconUserPlus, tone: "here" },
  CONNECTOR_DOWN: { icon: IconPlugConnectedX, tone: "bad" },
  HELD_ITEMS: { icon: IconLock, tone: "warn" },
} as const;

interface AttentionPanelProps {
  readonly items: readonly AttentionItem[];
  /** How many there are in all; the queue shows the most urgent. */
  readonly count: number;
}

export function AttentionPanel({ items, count }: AttentionPanelProps) {
  const { t } = useTranslation("home");
  return (
    <Panel
      title={t("attention.title")}
      padded={false}
      {...(count > 0 && {
        count,
        aside: count > items.length ? t("attention.first", { shown: items.length }) : t("attention.order"),
      })}
    >
      {items.length === 0 ? (
        <EmptyState kind="first" title={t("attention.none")}>
          {t("attention.noneText")}
        </EmptyState>
      ) : (
        <ul className={classes.queue}>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ item }: { item: AttentionItem }) {
  const { t } = useTranslation("home");
  const { icon: Icon, tone } = looks[item.kind];
  return (
    <li className={classes.row}>
      <span className={classes.kind} data-tone={tone}>
        <Icon size={16} stroke={1.7} aria-hidden />
        {t(`attention.kind.${item.kind}`)}
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{item.title}</span>
        <Detail item={item} />
      </span>
      <span className={classes.when}>
        <When item={item} />
      </span>
      <span className={classes.action}>
        <Action item={item} />
      </span>
    </li>
  );
}

/** Of stock the API says how much there is and how much there should be. */
function Detail({ item: { kind, detail } }: { item: AttentionItem }) {
  const { t } = useTranslation("home");
  if (detail === "") return null;
  const [free = "", wanted = ""] = kind === "LOW_STOCK" ? detail.split(" / ") : [];
  return (
    <span className={classes.detail}>{kind === "LOW_STOCK" ? t("attention.stock", { free, wanted }) : detail}</span>
  );
}

/** A reservation counts down; anything else says since when, or until when. */
function When({ item: { kind, since, due } }: { item: AttentionItem }) {
  const { t } = useTranslation("home");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  if (kind === "EXPIRING_RESERVATION" && due !== null) {
    return (
      <ReservationCountdown
        expiresAt={due}
        serverOffsetMs={serverClock.offsetMs}
        labels={{
          left: (clock) => t("attention.left", { clock }),
          fiveMinutes: t("attention.fiveMinutes"),
          oneMinute: t("attention.oneMinute"),
          expired: t("attention.expired"),
        }}
      />
    );
  }
  if (due !== null) return t("attention.due", { when: formatRelative(due, serverClock.now(), locale) });
  if (since === null) return null;
  const isToday = serverClock.now() - Date.parse(since) < 12 * 3_600_000;
  const when = isToday ? formatTime(since, locale, { timeZone }) : formatRelative(since, serverClock.now(), locale);
  return isToday ? t("attention.since", { when }) : when;
}

function Action({ item }: { item: AttentionItem }) {
  const { t } = useTranslation("home");
  const action = attentionAction(item, useReseller());
  const can = useCan(action?.permission ?? "home.view");
  if (action === null) return null;
  const words = t(`attention.action.${action.word}`);
  const label = t("attention.actionFor", { action: words, title: item.title });
  if (!can.isAllowed)
    return (
      <ReasonedButton variant="default" size="xs" fullWidth disabledReason={can.reason} aria-label={label}>
        {words}
      </ReasonedButton>
    );
  return (
    <Button component={AppLink} href={action.href} variant="default" size="xs" fullWidth aria-label={label}>
      {words}
    </Button>
  );
}
