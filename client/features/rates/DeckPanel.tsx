import { useTranslation } from "react-i18next";
import { useState } from "react";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { DeckChanges } from "./DeckChanges.tsx";
import { DeckDeed } from "./DeckDeed.tsx";
import { DeckRates } from "./DeckRates.tsx";
import { rateText } from "./rate-text.ts";
import classes from "./Rates.module.css";
import type { RateDeckRowFragment } from "./rates.generated.ts";

interface DeckPanelProps {
  readonly deck: RateDeckRowFragment;
  readonly onChanged: () => void;
}

const countKeys = ["added", "gone", "up", "down", "blocked", "changed", "unchanged"] as const;
const parts = ["changes", "rates"] as const;

/** What a deck changes, which own rates it would make a loss of, its rates, and what can be done with it. */
export function DeckPanel({ deck, onChanged }: DeckPanelProps) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const can = useCan("rate.edit");
  const [part, setPart] = useState<(typeof parts)[number]>("changes");
  const [deed, setDeed] = useState<"apply" | "undo" | null>(null);
  return (
    <Panel
      title={t("deck.named", { number: deck.number })}
      padded={false}
      aside={
        <div className={classes.actions}>
          {deck.state === "PLANNED" && (
            <ReasonedButton size="xs" disabledReason={can.reason} onClick={() => setDeed("apply")}>
              {t("deck.apply")}
            </ReasonedButton>
          )}
          {deck.state === "APPLIED" && (
            <ReasonedButton size="xs" variant="default" disabledReason={can.reason} onClick={() => setDeed("undo")}>
              {t("deck.undo")}
            </ReasonedButton>
          )}
        </div>
      }
    >
      <div className={classes.toolbar}>
        <p className={classes.counts}>
          {countKeys
            .filter((key) => deck.counts[key] > 0)
            .map((key) => (
              <span key={key}>{t(`count.${key}`, { number: formatNumber(deck.counts[key], locale) })}</span>
            ))}
        </p>
        <SegmentedChoice
          label={t("deck.part")}
          value={part}
          onChange={setPart}
          options={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
        />
      </div>
      {deck.losses.length > 0 && (
        <div className={classes.toolbar}>
          <div>
            <strong>{t("deck.losses")}</strong>
            <ul className={classes.losses}>
              {deck.losses.map(({ plan, target, ratePerMinute, cost }) => (
                <li key={`${plan} ${target}`} className={classes.bad}>
                  {t("deck.loss", {
                    plan,
                    target,
                    rate: rateText(ratePerMinute, locale),
                    cost: rateText(cost, locale),
                  })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {part === "changes" ? <DeckChanges id={deck.id} /> : <DeckRates id={deck.id} />}
      {deed !== null && <DeckDeed deed={deed} deck={deck} onClose={() => setDeed(null)} onDone={onChanged} />}
    </Panel>
  );
}
