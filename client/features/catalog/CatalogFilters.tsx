import { Switch } from "@mantine/core";
import { serviceTypes } from "@tierline/shared/kinds.ts";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import classes from "./CatalogPage.module.css";
import { rememberView, type CatalogState, type CatalogView } from "./catalog-state.ts";
import { typeIcons } from "./OfferingCard.tsx";
import type { Catalog } from "./use-catalog.ts";

interface CatalogFiltersProps {
  readonly state: CatalogState;
  readonly catalog: Catalog | null;
  readonly view: CatalogView;
  /** A customer's own kind is not to be chosen. */
  readonly hasCustomer: boolean;
  readonly onChange: (change: Partial<CatalogState>) => void;
}

export function CatalogFilters({ state, catalog, view, hasCustomer, onChange }: CatalogFiltersProps) {
  const { t } = useTranslation(["catalog", "words"]);
  const canEdit = useCan("catalog.edit").isAllowed;
  return (
    <div className={classes.filters}>
      {!hasCustomer && (
        <SegmentedChoice
          label={t("segment")}
          value={state.segment}
          onChange={(segment) => onChange({ segment })}
          options={(["INDIVIDUAL", "BUSINESS"] as const).map((value) => ({
            value,
            label: t(`words:customerKind.${value}`),
          }))}
        />
      )}
      <KindChips kind={state.kind} catalog={catalog} onChange={(kind) => onChange({ kind, type: "" })} />
      <TypeChips state={state} catalog={catalog} onChange={onChange} />
      <div className={classes.end}>
        {canEdit && (
          <Switch
            size="xs"
            label={t("showDisabled")}
            checked={state.disabled === "yes"}
            onChange={(event) => onChange({ disabled: event.currentTarget.checked ? "yes" : "" })}
          />
        )}
        <SegmentedChoice
          label={t("view")}
          value={view}
          onChange={(next) => {
            rememberView(next);
            onChange({ view: next });
          }}
          options={[
            { value: "grid", label: t("grid") },
            { value: "carousel", label: t("carousel") },
          ]}
        />
      </div>
    </div>
  );
}

interface KindChipsProps {
  readonly kind: CatalogState["kind"];
  readonly catalog: Catalog | null;
  readonly onChange: (kind: CatalogState["kind"]) => void;
}

/** One of them is always on (O7). */
function KindChips({ kind, catalog, onChange }: KindChipsProps) {
  const { t } = useTranslation("catalog");
  const options = (["PLAN", "ADDON"] as const).map((value) => {
    const count = catalog?.offerings.kindCounts.find((each) => each.kind === value)?.count;
    return { value, label: t(value === "PLAN" ? "plans" : "addons"), ...(count !== undefined && { count }) };
  });
  return (
    <FilterChips
      label={t("kind")}
      value={kind}
      onChange={(next) => next !== null && onChange(next)}
      options={options}
    />
  );
}

function TypeChips({ state, catalog, onChange }: Pick<CatalogFiltersProps, "state" | "catalog" | "onChange">) {
  const { t } = useTranslation(["catalog", "words"]);
  const options = serviceTypes.map((value) => {
    const Icon = typeIcons[value];
    const count = catalog?.offerings.nodes.filter(({ serviceType }) => serviceType === value).length;
    return {
      value,
      label: t(`words:serviceType.${value}`),
      icon: <Icon size={15} stroke={1.6} aria-hidden />,
      ...(count !== undefined && { count }),
    };
  });
  return (
    <FilterChips
      label={t("type")}
      value={state.type === "" ? null : state.type}
      onChange={(type) => onChange({ type: type ?? "" })}
      options={options}
    />
  );
}
