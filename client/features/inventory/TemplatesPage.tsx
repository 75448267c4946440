import { useMutation, useQuery } from "@apollo/client/react";
import { Alert, Button, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { identifierKinds, releasePolicies, type IdentifierKind, type ReleasePolicy } from "@tierline/shared/kinds.ts";
import { newId } from "@tierline/shared/id.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { Facts } from "../../ui/Facts.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import {
  CreateTemplateDocument,
  DeleteTemplateDocument,
  InventoryTemplatesDocument,
  RelabelTemplateDocument,
  type InventoryTemplatesQuery,
} from "./inventory.generated.ts";

type Template = InventoryTemplatesQuery["inventoryTemplates"]["nodes"][number];

/** The sorts of stock. The key never changes, so a new label breaks nothing (O17). */
export function TemplatesPage() {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const result = useQuery(InventoryTemplatesDocument, { fetchPolicy: "cache-and-network" });
  return (
    <>
      <PageHeader title={t("templates")} crumb={<AppLink href={path.inventory(reseller)}>{t("title")}</AppLink>} />
      <div style={{ display: "grid", gap: 14, maxWidth: 860 }}>
        <NewTemplate onCreated={() => void result.refetch()} />
        <QueryState result={result}>
          {({ inventoryTemplates }) =>
            inventoryTemplates.nodes.map((template) => (
              <TemplatePanel
                key={`${template.id} ${template.version}`}
                template={template}
                onChanged={() => void result.refetch()}
              />
            ))
          }
        </QueryState>
      </div>
    </>
  );
}

function TemplatePanel({ template, onChanged }: { template: Template; onChanged: () => void }) {
  const { t } = useTranslation(["inventory", "words"]);
  const can = useCan("template.edit");
  const [label, setLabel] = useState(template.label);
  const [threshold, setThreshold] = useState(template.lowStockThreshold);
  const [problem, setProblem] = useState<string | null>(null);
  const [relabel, relabelling] = useMutation(RelabelTemplateDocument);
  const [remove, removing] = useMutation(DeleteTemplateDocument);
  const settle = (errors: readonly { message: string }[]): void => {
    setProblem(errors.length === 0 ? null : errors.map(({ message }) => message).join(" "));
    if (errors.length === 0) onChanged();
  };
  const attempt = async (work: () => Promise<readonly { message: string }[]>): Promise<void> => {
    try {
      settle(await work());
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };
  const save = () =>
    attempt(
      async () =>
        (
          await relabel({
            variables: { input: { id: template.id, version: template.version, label, lowStockThreshold: threshold } },
          })
        ).data?.updateInventoryTemplate.userErrors ?? [],
    );
  const drop = () =>
    attempt(
      async () =>
        (await remove({ variables: { input: { id: template.id } } })).data?.deleteInventoryTemplate.userErrors ?? [],
    );
  return (
    <Panel title={template.label} count={template.key}>
      {problem !== null && (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      )}
      <Facts
        layout="columns"
        items={[
          { key: "available", label: t("free"), value: template.available },
          { key: "offerings", label: t("usedBy"), value: t("offerings", { count: template.offeringCount }) },
          ...template.counts
            .filter(({ count }) => count > 0)
            .map(({ state, count }) => ({ key: state, label: t(`words:item.${state}`), value: count })),
        ]}
      />
      {can.isAllowed && (
        <Group align="flex-end" mt="sm">
          <TextInput label={t("label")} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
          <NumberInput
            label={t("threshold")}
            min={0}
            value={threshold}
            onChange={(value) => setThreshold(Number(value))}
            w={130}
          />
          <Button variant="default" loading={relabelling.loading} onClick={() => void save()}>
            {t("save")}
          </Button>
          <Button variant="subtle" color="red" loading={removing.loading} onClick={() => void drop()}>
            {t("delete")}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

function NewTemplate({ onCreated }: { onCreated: () => void }) {
  const { t } = useTranslation("inventory");
  const can = useCan("template.edit");
  const [key, setKey] = useState("");
  const [label, setLabel] = useState("");
  const [kind, setKind] = useState<IdentifierKind>("SERIAL");
  const [policy, setPolicy] = useState<ReleasePolicy>("RESTOCK");
  const [problem, setProblem] = useState<string | null>(null);
  const [create, { loading }] = useMutation(CreateTemplateDocument);
  async function save(): Promise<void> {
    setProblem(null);
    try {
      const { data } = await create({
        variables: { input: { idempotencyKey: newId(), key, label, identifierKind: kind, releasePolicy: policy } },
      });
      const errors = data?.createInventoryTemplate.userErrors ?? [];
      if (errors.length > 0) return setProblem(errors.map(({ message }) => message).join(" "));
      setKey("");
      setLabel("");
      onCreated();
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  }
  return (
    <Panel title={t("newTemplate")}>
      {problem !== null && (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      )}
      <Group align="flex-end">
        <TextInput
          label={t("key")}
          description={t("keyHint")}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <TextInput label={t("label")} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
        <Select
          label={t("kind")}
          data={identifierKinds.map((value) => ({ value, label: t(`identifierKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value ?? "SERIAL")}
          allowDeselect={false}
        />
        <Select
          label={t("policy")}
          data={releasePolicies.map((value) => ({ value, label: t(`releasePolicy.${value}`) }))}
          value={policy}
          onChange={(value) => setPolicy(value ?? "RESTOCK")}
          allowDeselect={false}
        />
        <ReasonedButton disabledReason={can.reason} loading={loading} onClick={() => void save()}>
          {t("create")}
        </ReasonedButton>
      </Group>
    </Panel>
  );
}
