import { useTranslation } from "react-i18next";
import type { LabFault } from "../../api/generated/schema.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import type { LabViewFragment } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";
import { useLabDeeds } from "./use-lab-deed.ts";

type Element = LabViewFragment["elements"][number];

const faults: readonly LabFault[] = ["NONE", "REFUSE", "SLOW", "HANG", "LOSE_ANSWER", "GARBAGE"];

/** Each element with its switch. */
export function LabElements({ elements }: { elements: readonly Element[] }) {
  const { t } = useTranslation("connectors");
  const can = useCan("lab.operate");
  return (
    <Panel title={t("lab.elements")} count={elements.length} padded={false} aside={can.reason}>
      <ul className={classes.elements}>
        {elements.map((element) => (
          <LabElement key={element.key} element={element} mayBreak={can.isAllowed} />
        ))}
      </ul>
    </Panel>
  );
}

function LabElement({ element, mayBreak }: { element: Element; mayBreak: boolean }) {
  const { t } = useTranslation("connectors");
  const locale = useLocale();
  const deeds = useLabDeeds();
  const { key, title, protocol, fault, calls, isUp } = element;
  return (
    <li>
      <div className={classes.elementWords}>
        <strong>{title}</strong>
        <span className={classes.dim}>{protocol}</span>
        <span className={classes.dim}>{t("lab.calls", { count: calls, number: formatNumber(calls, locale) })}</span>
        <span className={classes.gap} />
        <StateDot tone={fault !== "NONE" ? "warn" : isUp ? "ok" : "bad"}>
          {fault !== "NONE" ? t("lab.broken") : isUp ? t("lab.up") : t("lab.down")}
        </StateDot>
      </div>
      {mayBreak && (
        <div className={classes.switch}>
          <SegmentedChoice
            label={t("lab.faultOf", { element: title })}
            value={fault}
            onChange={(next) => void deeds.setFault(key, next)}
            options={faults.map((value) => ({ value, label: t(`fault.${value}`) }))}
          />
        </div>
      )}
      <p className={classes.dim} role="status">
        {t(`faultText.${fault}`)}
      </p>
    </li>
  );
}
