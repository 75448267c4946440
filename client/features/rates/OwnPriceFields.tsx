import { useQuery } from "@apollo/client/react";
import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ownPriceKinds, type OwnPriceDraft } from "./own-prices.ts";
import { PricedOfferingsDocument } from "./price-lists.generated.ts";
import classes from "./Rates.module.css";

interface OwnPriceFieldsProps {
  readonly drafts: readonly OwnPriceDraft[];
  readonly onChange: (drafts: OwnPriceDraft[]) => void;
  /** By row and field, as in `0.recurring`. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Offerings with a price of their own, which replaces what the markup would make. */
export function OwnPriceFields({ drafts, onChange, errors }: OwnPriceFieldsProps) {
  const { t } = useTranslation("rates");
  const { data } = useQuery(PricedOfferingsDocument, { variables: { first: 100 } });
  const offerings = data?.offerings.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const change = (key: string, more: Partial<OwnPriceDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...more } : draft)));
  const add = () =>
    onChange([...drafts, { key: crypto.randomUUID(), offeringId: null, setup: "", recurring: "", oneOff: "" }]);
  return (
    <fieldset className={classes.own}>
      <legend>{t("list.ownPrices")}</legend>
      <p className={classes.dim}>{t("list.ownHint")}</p>
      {drafts.map((draft, index) => (
        <div key={draft.key} className={classes.ownRow}>
          <Select
            label={t("list.offering")}
            data={offerings}
            searchable
            value={draft.offeringId}
            onChange={(offeringId) => change(draft.key, { offeringId })}
            error={errors[`${index}.offeringId`] ?? errors[String(index)]}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("list.remove")}
            onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
          >
            <IconTrash size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
          {ownPriceKinds.map((kind) => (
            <TextInput
              key={kind}
              label={t(`list.kind.${kind}`)}
              inputMode="decimal"
              value={draft[kind]}
              onChange={(event) => change(draft.key, { [kind]: event.currentTarget.value })}
              error={errors[`${index}.${kind}`]}
            />
          ))}
        </div>
      ))}
      <Button size="xs" variant="default" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={add}>
        {t("list.add")}
      </Button>
    </fieldset>
  );
}
