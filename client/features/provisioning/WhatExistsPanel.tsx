import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { isSuccess, type Run } from "./run-facts.ts";

/** What a run that did not succeed left behind: the service that is not active, and the items it still holds (O33). */
export function WhatExistsPanel({ run }: { run: Run }) {
  const { t } = useTranslation(["runs", "words"]);
  const { service } = run;
  if (service === null || isSuccess(run)) return null;
  const shown = {
    key: "service",
    label: t("about.serviceNumber", { number: service.number }),
    value: t(`words:service.${service.state}`),
  };
  const items = service.items.map(({ id, label, state, heldByRun }) => ({
    key: id,
    label,
    value: heldByRun === null ? t(`words:item.${state}`) : t("exists.held", { number: heldByRun.number }),
  }));
  return (
    <Panel title={t("exists.title")}>
      <Facts items={[shown, ...items]} />
    </Panel>
  );
}
