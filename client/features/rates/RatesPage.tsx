import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan } from "../../api/viewer.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { DeckList } from "./DeckList.tsx";
import { PlanList } from "./PlanList.tsx";
import classes from "./Rates.module.css";
import { SimulateCall } from "./SimulateCall.tsx";

const views = ["call", "plans", "decks"] as const;
const pageState = z.object({ view: choice(views, "call"), deck: text });

/** What calls are bought and sold for, and a call to try it. */
export function RatesPage() {
  const { t } = useTranslation("rates");
  const [{ view, deck }, setState] = useUrlState(pageState);
  const seesCost = useCan("finance.view").isAllowed;
  const shown = seesCost ? view : "call";
  return (
    <Permitted by="rate.view" title={t("title")}>
      <PageHeader title={t("title")} description={t("description")}>
        {seesCost && (
          <SegmentedChoice
            label={t("views")}
            value={shown}
            onChange={(next) => setState({ view: next, deck: "" }, { push: true })}
            options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        )}
      </PageHeader>
      <div className={classes.column}>
        {shown === "call" && <SimulateCall />}
        {shown === "plans" && <PlanList />}
        {shown === "decks" && <DeckList opened={deck} onOpen={(id) => setState({ deck: id })} />}
      </div>
    </Permitted>
  );
}
