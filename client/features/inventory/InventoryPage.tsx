import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { StockWatch } from "../../api/StockWatch.tsx";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { keyLabel, useShortcut } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { inventoryState, templateOf } from "./inventory-state.ts";
import { InventoryTemplatesDocument } from "./inventory.generated.ts";
import classes from "./InventoryPage.module.css";
import { ItemList } from "./ItemList.tsx";
import { NoTemplates } from "./NoTemplates.tsx";
import { TemplateNav } from "./TemplateNav.tsx";

/** The stock of this tier: by sort, by state, found by either end of a number. */
export function InventoryPage() {
  const { t } = useTranslation(["inventory", "rows"]); // all words at once: a part that waits for its own hides the page again
  const reseller = useReseller();
  const [state, setState] = useUrlState(inventoryState);
  const result = useQuery(InventoryTemplatesDocument, { fetchPolicy: "cache-and-network" });
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <Button component={AppLink} href={path.templates(reseller)} variant="default">
              {t("templates")}
            </Button>
            <AddItemsButton template={state.template} />
          </>
        }
      />
      <QueryState result={result}>
        {({ inventoryTemplates: { nodes } }) => {
          const chosen = templateOf(nodes, state.template);
          if (nodes.length === 0) return <NoTemplates />;
          return (
            <div className={classes.page}>
              <StockWatch templateIds={nodes.map(({ id }) => id)} onChange={() => void result.refetch()} />
              <TemplateNav templates={nodes} chosen={chosen} />
              <ItemList
                key={chosen?.id}
                template={chosen}
                state={state}
                onChange={setState}
                onMoved={() => void result.refetch()}
              />
            </div>
          );
        }}
      </QueryState>
    </>
  );
}

function AddItemsButton({ template }: { template: string }) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const go = useGo();
  const can = useCan("inventory.add");
  const open = (): void => go(path.addItems(reseller, template === "" ? {} : { template }));
  useShortcut("c", t("addItems"), () => can.isAllowed && open());
  return (
    <ReasonedButton
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      rightSection={<KeyHint keys={keyLabel("c")} />}
      aria-keyshortcuts="c"
      disabledReason={can.reason}
      onClick={open}
    >
      {t("addItems")}
    </ReasonedButton>
  );
}
