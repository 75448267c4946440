import { useTranslation } from "react-i18next";
import type { Run } from "./run-facts.ts";

/** `Mobile - 20 GB for John Smith (ID: 123)`; a run without an order has its own title. */
export function useRunTitle(run: Pick<Run, "order" | "customer" | "title">): string {
  const { t } = useTranslation("runs");
  if (run.order === null || run.customer === null) return run.title;
  return t("titleFor", { offering: run.order.offering.name, customer: run.customer.label });
}

/** A waiting run says what it waits for. */
export function useStateWord({ state, waitingFor }: Pick<Run, "state" | "waitingFor">): string {
  const { t } = useTranslation(["runs", "words"]);
  return state === "WAITING" && waitingFor !== null ? t(`waiting.${waitingFor}`) : t(`words:run.${state}`);
}
