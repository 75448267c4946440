import { useMutation, useQuery } from "@apollo/client/react";
import { Alert, Button, Group, Switch, TextInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf, fieldErrors } from "../../api/user-errors.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { CatalogOfferingDocument, UpdateOfferingDocument, type CatalogOfferingQuery } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";
import { Price } from "./OfferingCard.tsx";

type Offering = NonNullable<CatalogOfferingQuery["offering"]>;

/** One offering: what it costs, what it needs, what is wrong with it; edited by those who may. */
export function OfferingPage() {
  const slug = useParam("slug");
  const withCost = useCan("finance.view").isAllowed;
  const result = useQuery(CatalogOfferingDocument, { variables: { slug, withCost }, fetchPolicy: "cache-and-network" });
  return (
    <QueryState result={result}>
      {({ offering }) => (offering === null ? <NotFound /> : <OfferingView offering={offering} />)}
    </QueryState>
  );
}

function OfferingView({ offering }: { offering: Offering }) {
  const { t } = useTranslation(["catalog", "words"]);
  const reseller = useReseller();
  return (
    <>
      <PageHeader
        title={offering.name}
        crumb={<AppLink href={path.catalog(reseller)}>{t("title")}</AppLink>}
        beside={
          <StateDot tone={offering.isEnabled ? "ok" : "off"}>{t(offering.isEnabled ? "enabled" : "disabled")}</StateDot>
        }
        actions={
          <Button component={AppLink} href={path.assign(reseller, { product: offering.slug })}>
            {t("assign")}
          </Button>
        }
      />
      {offering.problems.length > 0 && (
        <Alert color="amber" mb="md" title={t("problems")}>
          {offering.problems.map(({ message }) => message).join(" ")}
        </Alert>
      )}
      <div className={classes.columns}>
        <EditPanel key={offering.version} offering={offering} />
        <div style={{ display: "grid", gap: 14 }}>
          <PricePanel offering={offering} />
          <Panel title={t("needs")}>
            <Facts
              items={offering.requirements.map(({ slot, label, available, isRequired }) => ({
                key: slot,
                label: isRequired ? `${label} *` : label,
                value: t("inStock", { count: available }),
              }))}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

function PricePanel({ offering: { price, cost, margin } }: { offering: Offering }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const rows: Fact[] = [];
  const add = (
    key: string,
    label: string,
    money: { amount: string; currency: string } | null | undefined,
    mayBeBad = false,
  ): void => {
    if (money == null) return;
    const isBad = mayBeBad && money.amount.startsWith("-");
    rows.push({
      key,
      label,
      value: (
        <span className={isBad ? classes.bad : undefined}>
          <MoneyText amount={money.amount} currency={money.currency} locale={locale} />
        </span>
      ),
    });
  };
  for (const kind of ["setup", "recurring", "oneOff"] as const) {
    add(`price-${kind}`, t(`price.${kind}`), price[kind]);
    add(`cost-${kind}`, t(`cost.${kind}`), cost?.[kind]);
    add(`margin-${kind}`, t(`margin.${kind}`), margin?.[kind], true);
  }
  return (
    <Panel title={t("prices")} aside={<Price price={price} />}>
      <Facts items={rows} />
    </Panel>
  );
}

function EditPanel({ offering }: { offering: Offering }) {
  const { t } = useTranslation("catalog");
  const can = useCan("catalog.edit");
  const [update, { loading }] = useMutation(UpdateOfferingDocument);
  const [general, setGeneral] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      name: offering.name,
      description: offering.description,
      isEnabled: offering.isEnabled,
      facts: offering.facts.join("\n"),
      recurring: offering.price.recurring?.amount ?? "",
      setup: offering.price.setup?.amount ?? "",
      oneOff: offering.price.oneOff?.amount ?? "",
    },
  });
  async function save({ name, description, isEnabled, facts, ...price }: typeof form.values): Promise<void> {
    setGeneral(null);
    const amounts = Object.fromEntries(Object.entries(price).filter(([, amount]) => amount.trim() !== ""));
    const lines = facts.split("\n").map((line) => line.trim());
    const input = {
      id: offering.id,
      version: offering.version,
      name,
      description,
      isEnabled,
      facts: lines.filter((line) => line !== ""),
      price: amounts,
    };
    try {
      const { data } = await update({ variables: { input } });
      const { byField, general: rest } = fieldErrors(data?.updateOffering.userErrors ?? [], Object.keys(form.values));
      form.setErrors(byField);
      if (rest.length > 0) setGeneral(rest.join(" "));
    } catch (error) {
      setGeneral(failureOf(error).message);
    }
  }
  return (
    <Panel title={t("offering")} aside={can.isAllowed ? undefined : can.reason}>
      <form onSubmit={form.onSubmit((values) => void save(values))}>
        <fieldset disabled={!can.isAllowed} style={{ border: 0, padding: 0, margin: 0, display: "grid", gap: 12 }}>
          {general !== null && (
            <Alert color="red" role="alert">
              {general}
            </Alert>
          )}
          <TextInput label={t("field.slug")} value={offering.slug} readOnly description={t("field.slugHint")} />
          <TextInput label={t("field.name")} required {...form.getInputProps("name")} />
          <Textarea label={t("field.description")} autosize minRows={2} {...form.getInputProps("description")} />
          <Textarea
            label={t("field.facts")}
            description={t("field.factsHint")}
            autosize
            minRows={3}
            {...form.getInputProps("facts")}
          />
          <Group grow align="flex-start">
            {offering.price.setup !== null && (
              <TextInput label={t("price.setup")} inputMode="decimal" {...form.getInputProps("setup")} />
            )}
            {offering.price.recurring !== null && (
              <TextInput label={t("price.recurring")} inputMode="decimal" {...form.getInputProps("recurring")} />
            )}
            {offering.price.oneOff !== null && (
              <TextInput label={t("price.oneOff")} inputMode="decimal" {...form.getInputProps("oneOff")} />
            )}
          </Group>
          <Switch label={t("enabled")} {...form.getInputProps("isEnabled", { type: "checkbox" })} />
          <Group justify="flex-end">
            <ReasonedButton type="submit" disabledReason={can.reason} loading={loading}>
              {t("save")}
            </ReasonedButton>
          </Group>
        </fieldset>
      </form>
    </Panel>
  );
}
