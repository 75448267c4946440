import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { InventoryState } from "./inventory-state.ts";
import type { InventoryItemsQuery, TemplateRowFragment } from "./inventory.generated.ts";
import { useCountWords } from "./item-parts.tsx";

interface NoItemsProps {
  readonly template: TemplateRowFragment | null;
  readonly counts: InventoryItemsQuery["inventoryItems"]["counts"];
  /** How many of them resellers below hold. */
  readonly handedDown: number;
  readonly state: InventoryState;
  readonly onChange: (change: Partial<InventoryState>) => void;
}

/** O43: how many there are in which state, and what can be done: lift the filter, or add some. */
export function NoItems({ template, counts, handedDown, state, onChange }: NoItemsProps) {
  const { t } = useTranslation("inventory");
  const countWords = useCountWords();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const isSearched = state.search.trim() !== "";
  const below = handedDown > 0 && state.below === "" && (
    <Button variant="default" onClick={() => onChange({ below: "yes" })}>
      {t("none.below")}
    </Button>
  );
  if ((!isSearched && state.state === "") || (total === 0 && below === false)) {
    return (
      <EmptyState
        kind="first"
        title={t("none.first")}
        action={
          <Group gap="xs">
            <Add template={template} />
            {below}
          </Group>
        }
      >
        {t("none.firstText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title={t("none.filtered")}
      action={
        <Group gap="xs">
          <Button variant="default" onClick={() => onChange({ search: "", state: "" })}>
            {t("none.reset")}
          </Button>
          {below}
          {!isSearched && <Add template={template} />}
        </Group>
      }
    >
      {countWords(counts)}
    </EmptyState>
  );
}

function Add({ template }: Pick<NoItemsProps, "template">) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const canAdd = useCan("inventory.add").isAllowed;
  if (!canAdd) return null;
  const href = path.addItems(reseller, template === null ? {} : { template: template.key });
  return (
    <Button component={AppLink} variant="default" href={href}>
      {t("addItems")}
    </Button>
  );
}
