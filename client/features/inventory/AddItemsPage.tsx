import { useMutation, useQuery } from "@apollo/client/react";
import { Alert, Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { normalizeIdentifier } from "@tierline/shared/identifier.ts";
import { itemsPerCallMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { failureOf } from "../../api/user-errors.ts";
import { useViewer, useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AddItemsDocument, InventoryTemplatesDocument, type InventoryTemplatesQuery } from "./inventory.generated.ts";
import { inventoryState } from "./inventory-state.ts";
import { readLines } from "./read-lines.ts";

type Template = InventoryTemplatesQuery["inventoryTemplates"]["nodes"][number];

/** Scanned or pasted, one a line; what is wrong is said before anything is sent, and what is refused stays to be mended. */
export function AddItemsPage() {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const result = useQuery(InventoryTemplatesDocument);
  return (
    <>
      <PageHeader title={t("addItems")} crumb={<AppLink href={path.inventory(reseller)}>{t("title")}</AppLink>} />
      <div style={{ maxWidth: 720 }}>
        <QueryState result={result}>
          {({ inventoryTemplates }) => <AddForm templates={inventoryTemplates.nodes} />}
        </QueryState>
      </div>
    </>
  );
}

function AddForm({ templates }: { templates: readonly Template[] }) {
  const { t } = useTranslation(["inventory", "words"]);
  const viewer = useViewer();
  const can = useCan("inventory.add");
  const [{ template: key }, setUrl] = useUrlState(inventoryState);
  const [text, setText] = useState("");
  const [location, setLocation] = useState("");
  const [state, setState] = useState<"NEW" | "IN_STOCK">("IN_STOCK");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [added, setAdded] = useState(0);
  const [addItems, { loading }] = useMutation(AddItemsDocument);
  const template = templates.find((each) => each.key === key) ?? null;
  const lines = readLines(text, (line) =>
    template === null
      ? { ok: true, value: line }
      : normalizeIdentifier(template.identifierKind, line, { country: viewer.reseller.country }),
  );
  const bad = lines.filter(({ problem }) => problem !== null);
  const missing =
    template === null
      ? t("chooseTemplate")
      : lines.length === 0
        ? t("noLines")
        : bad.length > 0
          ? t("badLines", { count: bad.length })
          : lines.length > itemsPerCallMax
            ? t("tooMany", { max: itemsPerCallMax })
            : null;

  async function send(): Promise<void> {
    if (template === null) return;
    const intent = `add-items:${template.id}:${text}`;
    setProblems([]);
    setAdded(0);
    try {
      const items = lines.map(({ line }) => ({ identifier: line, ...(location === "" ? {} : { location }) }));
      const { data } = await addItems({
        variables: { input: { idempotencyKey: idempotencyKey(intent), templateId: template.id, state, items } },
      });
      const errors = data?.addInventoryItems.userErrors ?? [];
      forgetIdempotencyKey(intent);
      if (errors.length > 0)
        return setProblems(
          errors.map(({ message, path: place }) =>
            place?.[1] === undefined ? message : `${t("line", { number: Number(place[1]) + 1 })}: ${message}`,
          ),
        );
      setAdded(data?.addInventoryItems.items.length ?? 0);
      setText("");
    } catch (error) {
      setProblems([failureOf(error).message]);
    }
  }

  return (
    <Panel title={t("addItems")}>
      <div style={{ display: "grid", gap: 12 }}>
        <Outcome added={added} problems={problems} />
        <Group grow align="flex-start">
          <Select
            label={t("template")}
            required
            data={templates.map((each) => ({ value: each.key, label: each.label }))}
            value={key === "" ? null : key}
            onChange={(next) => setUrl({ template: next ?? "" })}
          />
          <Select
            label={t("state")}
            data={(["NEW", "IN_STOCK"] as const).map((value) => ({ value, label: t(`words:item.${value}`) }))}
            value={state}
            onChange={(next) => setState(next === "NEW" ? "NEW" : "IN_STOCK")}
            allowDeselect={false}
          />
          <TextInput
            label={t("location")}
            value={location}
            onChange={(event) => setLocation(event.currentTarget.value)}
          />
        </Group>
        <Textarea
          label={t("identifiers")}
          description={t("identifiersHint", { count: lines.length })}
          required
          autosize
          minRows={8}
          maxRows={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={
            bad.length === 0
              ? undefined
              : bad
                  .slice(0, 5)
                  .map(({ number, problem }) => (
                    <div
                      key={number}
                    >{`${t("line", { number })}: ${problem === "duplicate" ? t("duplicate") : problem}`}</div>
                  ))
          }
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={text === ""} onClick={() => setText("")}>
            {t("clear")}
          </Button>
          <ReasonedButton disabledReason={can.reason ?? missing} loading={loading} onClick={() => void send()}>
            {t("addItems")}
          </ReasonedButton>
        </Group>
      </div>
    </Panel>
  );
}

function Outcome({ added, problems }: { added: number; problems: readonly string[] }) {
  const { t } = useTranslation("inventory");
  return (
    <>
      {added > 0 && (
        <Alert color="green" role="status">
          {t("added", { count: added })}
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert color="red" role="alert">
          {problems.map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Alert>
      )}
    </>
  );
}
