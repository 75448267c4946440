import { useQuery } from "@apollo/client/react";
import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { QueryState } from "../../navigation/QueryState.tsx";
import { text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { buyerInput, BuyerSelect } from "./BuyerSelect.tsx";
import { ExplainPriceDocument } from "./explain.generated.ts";
import { PricedOfferingsDocument } from "./price-lists.generated.ts";
import { PriceWaterfall } from "./PriceWaterfall.tsx";
import classes from "./Rates.module.css";

const explained = z.object({ offering: text, number: text, buyer: text, at: text });
const typingMs = 400;

/** Why something costs what it does, for a buyer and at a time; all of it stands in the address. */
export function ExplainPrice() {
  const { t } = useTranslation("rates");
  const [{ offering, number, buyer, at }, setState] = useUrlState(explained);
  const offerings = useQuery(PricedOfferingsDocument, { variables: { first: 100 } });
  const [settled] = useDebouncedValue(number.trim(), typingMs);
  const moment = new Date(at);
  const subject = offering === "" ? { number: settled } : { offeringId: offering };
  const result = useQuery(ExplainPriceDocument, {
    variables: {
      input: { ...subject, ...buyerInput(buyer), at: Number.isNaN(moment.getTime()) ? null : moment.toISOString() },
    },
    skip: offering === "" && settled === "",
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <>
      <Panel title={t("explain.title")}>
        <div className={classes.call}>
          <Select
            label={t("list.offering")}
            placeholder={t("explain.none")}
            data={offerings.data?.offerings.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            searchable
            clearable
            value={offering === "" ? null : offering}
            onChange={(id) => setState({ offering: id ?? "", ...(id !== null && { number: "" }) })}
          />
          <TextInput
            label={t("explain.number")}
            placeholder="+44 20 7946 0958"
            type="tel"
            value={number}
            onChange={(event) => setState({ number: event.currentTarget.value, offering: "" })}
          />
          <BuyerSelect value={buyer} onChange={(id) => setState({ buyer: id })} />
          <TextInput
            label={t("explain.at")}
            type="datetime-local"
            value={at}
            onChange={(event) => setState({ at: event.currentTarget.value })}
          />
        </div>
      </Panel>
      {offering === "" && number === "" ? (
        <EmptyState kind="first" title={t("explain.first")}>
          {t("explain.hint")}
        </EmptyState>
      ) : (
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ explainPrice }) => <PriceWaterfall price={explainPrice} />}
        </QueryState>
      )}
    </>
  );
}
