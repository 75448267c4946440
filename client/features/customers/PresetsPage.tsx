import { useQuery } from "@apollo/client/react";
import { Badge, Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { isPermission } from "@tierline/shared/permission.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NotFound } from "../../navigation/NotFound.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PresetDialog } from "./PresetDialog.tsx";
import classes from "./PresetsPage.module.css";
import { DelegationPresetsDocument, type DelegationPresetFieldsFragment } from "./presets.generated.ts";
import { RemovePreset } from "./RemovePreset.tsx";
import type { ResellersPresets } from "./use-set-presets.ts";

/** The named sets of rights that a reseller chooses from for its customers' people, one of them for new customers (B12). */
export function PresetsPage() {
  const { t } = useTranslation(["presets", "permissions"]);
  return (
    <Permitted by="customer.delegate" title={t("title")}>
      <Presets />
    </Permitted>
  );
}

type Opened = { readonly deed: "edit" | "remove"; readonly index: number } | null;

function Presets() {
  const { t } = useTranslation("presets");
  const [opened, setOpened] = useState<Opened>(null);
  const result = useQuery(DelegationPresetsDocument, { fetchPolicy: "cache-and-network" });
  const close = (): void => setOpened(null);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Button
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            disabled={result.data?.reseller == null}
            onClick={() => setOpened({ deed: "edit", index: -1 })}
          >
            {t("new")}
          </Button>
        }
      />
      <QueryState result={result}>
        {({ reseller }) =>
          reseller === null ? (
            <NotFound />
          ) : (
            <>
              <List of={reseller} onOpen={setOpened} />
              {opened?.deed === "edit" && <PresetDialog of={reseller} index={opened.index} onClose={close} />}
              {opened?.deed === "remove" && <RemovePreset of={reseller} index={opened.index} onClose={close} />}
            </>
          )
        }
      </QueryState>
    </>
  );
}

function List({ of: { delegationPresets }, onOpen }: { of: ResellersPresets; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation("presets");
  if (delegationPresets.length === 0) {
    return (
      <EmptyState kind="first" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <div className={classes.list}>
      {delegationPresets.map((preset, index) => (
        <Panel
          key={preset.name}
          title={preset.name}
          count={preset.isDefault ? <Badge>{t("default")}</Badge> : undefined}
          aside={
            <>
              <Button
                size="xs"
                variant="default"
                aria-label={t("editNamed", { name: preset.name })}
                onClick={() => onOpen({ deed: "edit", index })}
              >
                {t("edit")}
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={t("removeNamed", { name: preset.name })}
                onClick={() => onOpen({ deed: "remove", index })}
              >
                {t("remove")}
              </Button>
            </>
          }
        >
          <Rights preset={preset} />
        </Panel>
      ))}
    </div>
  );
}

function Rights({ preset: { permissions } }: { preset: DelegationPresetFieldsFragment }) {
  const { t } = useTranslation(["presets", "permissions"]);
  const known = permissions.filter(isPermission);
  if (known.length === 0) return <span className={classes.dim}>{t("nothing")}</span>;
  return (
    <ul className={classes.rights}>
      {known.map((key) => (
        <li key={key}>{t(`permissions:permission.${key}`)}</li>
      ))}
    </ul>
  );
}
