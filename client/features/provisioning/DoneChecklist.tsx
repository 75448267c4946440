import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCircle } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import type { Run } from "./run-facts.ts";
import classes from "./RunPanel.module.css";
import type { RunOperations } from "./use-run-operations.ts";

type Mark = "ticked" | "open" | "warning";

/** What to look at afterwards (O49): the first four tick themselves; handing over is noted on request (O39). */
export function DoneChecklist({ run, operations }: { run: Run; operations: RunOperations }) {
  const { t } = useTranslation("runs");
  const reseller = useReseller();
  const [isHandedOver, setHandedOver] = useState(false);
  const { service } = run;
  if (service === null) return null;
  const mail = run.tasks.find(({ connector }) => connector === "mail");
  const isAssigned = service.items.every(({ state }) => state === "ASSIGNED");
  return (
    <ul className={classes.checklist}>
      <Check mark="ticked">{t("check.listed", { number: service.number })}</Check>
      <Check mark={service.state === "ACTIVE" ? "ticked" : "open"}>{t("check.active")}</Check>
      {service.items.length > 0 && (
        <Check mark={isAssigned ? "ticked" : "open"}>
          {t("check.items", { items: service.items.map(({ label }) => label).join(", ") })}
        </Check>
      )}
      {mail !== undefined && (
        <Check mark={mail.state === "SUCCEEDED" ? "ticked" : "warning"}>
          {mail.state === "SUCCEEDED" ? t("check.mail") : t("check.mailFailed")}
        </Check>
      )}
      <Check mark="open">
        <AppLink href={path.service(reseller, service.id)}>{t("check.test")}</AppLink>
      </Check>
      {service.items.length > 0 && (
        <Check mark={isHandedOver ? "ticked" : "open"}>
          {isHandedOver ? (
            t("check.handedOver")
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={operations.busy === "handOver"}
              onClick={() => void operations.handOver("").then(setHandedOver)}
            >
              {t("check.handOver")}
            </Button>
          )}
        </Check>
      )}
    </ul>
  );
}

const icons = { ticked: IconCheck, open: IconCircle, warning: IconAlertTriangle };

function Check({ mark, children }: { mark: Mark; children: ReactNode }) {
  const { t } = useTranslation("runs");
  const Icon = icons[mark];
  return (
    <li data-mark={mark}>
      <Icon size={15} stroke={1.8} role="img" aria-label={t(`mark.${mark}`)} />
      <span>{children}</span>
    </li>
  );
}
