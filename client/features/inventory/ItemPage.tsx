import { useMutation, useQuery } from "@apollo/client/react";
import { Alert, Button, Group, Select, TextInput } from "@mantine/core";
import { inventoryItemMovesByHand } from "@tierline/shared/inventory-item-state.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InventoryItemState } from "../../api/generated/schema.ts";
import { failureOf } from "../../api/user-errors.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Timeline } from "../../ui/Timeline.tsx";
import { InventoryItemDocument, UpdateItemDocument, type InventoryItemQuery } from "./inventory.generated.ts";
import { Identifier, ItemState } from "./InventoryPage.tsx";

type Item = NonNullable<InventoryItemQuery["inventoryItem"]>;

/** One item: where it is, whose it is, and who had it before (O21). */
export function ItemPage() {
  const id = useParam("item");
  const result = useQuery(InventoryItemDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
  return (
    <QueryState result={result}>
      {({ inventoryItem }) =>
        inventoryItem === null ? (
          <NotFound />
        ) : (
          <ItemView item={inventoryItem} onChanged={() => void result.refetch()} />
        )
      }
    </QueryState>
  );
}

function ItemView({ item, onChanged }: { item: Item; onChanged: () => void }) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  return (
    <>
      <PageHeader
        title={item.label}
        crumb={
          <AppLink href={path.inventory(reseller, { template: item.template.key })}>{item.template.label}</AppLink>
        }
        beside={<ItemState item={item} />}
      />
      <div style={{ display: "grid", gap: 14, maxWidth: 860 }}>
        <Panel title={t("item")}>
          <Facts items={useFacts(item)} />
        </Panel>
        <ChangePanel item={item} onChanged={onChanged} />
        <Panel title={t("custody")}>
          <Custody item={item} />
        </Panel>
      </div>
    </>
  );
}

function useFacts(item: Item): Fact[] {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const facts: Fact[] = [
    { key: "identifier", label: t("identifier"), value: <Identifier item={item} /> },
    { key: "holder", label: t("holder"), value: item.holder.name },
    { key: "location", label: t("location"), value: item.location ?? "–" },
  ];
  if (item.customer !== null) {
    facts.push({
      key: "customer",
      label: t("customer"),
      value: <AppLink href={path.customer(reseller, item.customer.id)}>{item.customer.label}</AppLink>,
    });
  }
  if (item.service !== null) {
    facts.push({
      key: "service",
      label: t("service"),
      value: <AppLink href={path.service(reseller, item.service.id)}>{item.service.name}</AppLink>,
    });
  }
  if (item.heldByRun !== null) {
    facts.push({
      key: "run",
      label: t("heldBy"),
      value: (
        <AppLink href={path.run(reseller, item.heldByRun.id)}>{t("run", { number: item.heldByRun.number })}</AppLink>
      ),
    });
  }
  if (item.note !== null) facts.push({ key: "note", label: t("note"), value: item.note });
  return facts;
}

function ChangePanel({ item, onChanged }: { item: Item; onChanged: () => void }) {
  const { t } = useTranslation(["inventory", "words"]);
  const can = useCan("inventory.edit");
  const [update, { loading }] = useMutation(UpdateItemDocument);
  const [state, setState] = useState<InventoryItemState | "">("");
  const [location, setLocation] = useState(item.location ?? "");
  const [note, setNote] = useState(item.note ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const moves = inventoryItemMovesByHand[item.state];
  if (!can.isAllowed) return null;
  async function save(): Promise<void> {
    setProblem(null);
    try {
      const { data } = await update({
        variables: {
          input: { id: item.id, version: item.version, location, note, ...(state === "" ? {} : { state }) },
        },
      });
      const errors = data?.updateInventoryItem.userErrors ?? [];
      if (errors.length > 0) return setProblem(errors.map(({ message }) => message).join(" "));
      setState("");
      onChanged();
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }
  return (
    <Panel title={t("change")}>
      {problem !== null && (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      )}
      <Group align="flex-end" gap="sm">
        <Select
          label={t("newState")}
          placeholder={t("unchanged")}
          disabled={moves.length === 0}
          data={moves.map((value) => ({ value, label: t(`words:item.${value}`) }))}
          value={state === "" ? null : state}
          onChange={(value) => setState(value ?? "")}
          clearable
        />
        <TextInput
          label={t("location")}
          value={location}
          onChange={(event) => setLocation(event.currentTarget.value)}
        />
        <TextInput
          label={t("note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button loading={loading} onClick={() => void save()}>
          {t("save")}
        </Button>
      </Group>
    </Panel>
  );
}

function Custody({ item }: { item: Item }) {
  const { t } = useTranslation(["inventory", "words"]);
  const locale = useLocale();
  const { reseller } = useViewer();
  return (
    <Timeline
      label={t("custody")}
      items={item.custody.nodes.map(({ id, at, actor, from, to, reason, run }) => ({
        key: id,
        title:
          from === null || from === to
            ? t(`words:item.${to}`)
            : `${t(`words:item.${from}`)} → ${t(`words:item.${to}`)}`,
        detail: [reason, run === null ? null : t("run", { number: run.number }), actor]
          .filter((part) => part !== null)
          .join(" · "),
        time: formatDateTime(at, locale, { timeZone: reseller.timeZone }),
      }))}
    />
  );
}
