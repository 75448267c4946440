import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan } from "../../api/viewer.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { AllowanceList } from "./AllowanceList.tsx";
import { BuyAndSellRates } from "./BuyAndSellRates.tsx";
import { DeckList } from "./DeckList.tsx";
import { ExplainPrice } from "./ExplainPrice.tsx";
import { PlanList } from "./PlanList.tsx";
import { PriceLists } from "./PriceLists.tsx";
import classes from "./Rates.module.css";
import { SimulateCall } from "./SimulateCall.tsx";
import { TaxRates } from "./TaxRates.tsx";

const views = ["call", "price", "rates", "plans", "lists", "allowances", "decks", "taxes"] as const;
const withoutCost: readonly (typeof views)[number][] = ["call", "price"];
const pageState = z.object({ view: choice(views, "call"), deck: text });

/** What calls and offerings are bought and sold for, and a call to try it. */
export function RatesPage() {
  const { t } = useTranslation("rates");
  const [{ view, deck }, setState] = useUrlState(pageState);
  const seesCost = useCan("finance.view").isAllowed;
  const open = seesCost ? views : withoutCost;
  const shown = open.includes(view) ? view : "call";
  return (
    <Permitted by="rate.view" title={t("title")}>
      <PageHeader title={t("title")} description={t("description")}>
        <div className={classes.views}>
          <SegmentedChoice
            label={t("views")}
            value={shown}
            onChange={(next) => setState({ view: next, deck: "" }, { push: true })}
            options={open.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        </div>
      </PageHeader>
      <div className={classes.column}>
        {shown === "call" && <SimulateCall />}
        {shown === "price" && <ExplainPrice />}
        {shown === "rates" && <BuyAndSellRates />}
        {shown === "plans" && <PlanList />}
        {shown === "allowances" && <AllowanceList />}
        {shown === "taxes" && <TaxRates />}
        {shown === "lists" && <PriceLists />}
        {shown === "decks" && <DeckList opened={deck} onOpen={(id) => setState({ deck: id })} />}
      </div>
    </Permitted>
  );
}
