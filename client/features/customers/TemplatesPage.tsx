import { useQuery } from "@apollo/client/react";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ActionsHead } from "../../navigation/ActionsHead.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { text } from "../../navigation/url-parts.ts";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { countryName, languageName } from "../../ui/countries.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./CustomerListPage.module.css";
import { DeleteTemplate } from "./DeleteTemplate.tsx";
import { TemplateDialog } from "./TemplateDialog.tsx";
import { OnboardingTemplatesDocument, type TemplateFieldsFragment } from "./templates.generated.ts";

/** `edit` and `remove` name a template by its id; `edit=new` makes another one. */
const urlState = z.object({ edit: text, remove: text });

/** What new customers begin with, chosen by a provisioning id (CX13). */
export function TemplatesPage() {
  const { t } = useTranslation("customer-templates");
  return (
    <Permitted by="customer.create" title={t("title")}>
      <Templates />
    </Permitted>
  );
}

function Templates() {
  const { t } = useTranslation(["customer-templates", "customers", "rows"]);
  const [{ edit, remove }, setState] = useUrlState(urlState);
  const reseller = useReseller();
  const can = useCan("customer_template.edit");
  const result = useQuery(OnboardingTemplatesDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns({
    onEdit: (id) => setState({ edit: id }),
    onRemove: (id) => setState({ remove: id }),
  });
  const close = (): void => setState({ edit: "", remove: "" });
  const saved = (): void => void result.refetch();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumb={<AppLink href={path.customers(reseller)}>{t("customers:list.title")}</AppLink>}
        actions={
          <ReasonedButton
            disabledReason={can.reason}
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            onClick={() => setState({ edit: "new" })}
          >
            {t("new")}
          </ReasonedButton>
        }
      />
      <div className={classes.box}>
        <QueryState result={result}>
          {({ onboardingTemplates }) => {
            const edited = onboardingTemplates.find(({ id }) => id === edit);
            const removed = onboardingTemplates.find(({ id }) => id === remove);
            const isEditing = edited !== undefined || edit === "new";
            return (
              <>
                <DataGrid<TemplateFieldsFragment>
                  columns={columns}
                  rows={onboardingTemplates}
                  rowKey={({ id }) => id}
                  caption={t("title")}
                  empty={<EmptyState kind="first" title={t("none")} />}
                  labels={{ more: t("rows:more"), loading: t("rows:loading") }}
                />
                {isEditing && <TemplateDialog key={edit} of={edited ?? null} onClose={close} onSaved={saved} />}
                {removed !== undefined && <DeleteTemplate of={removed} onClose={close} onDeleted={saved} />}
              </>
            );
          }}
        </QueryState>
      </div>
    </>
  );
}

interface Deeds {
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

function useColumns({ onEdit, onRemove }: Deeds): GridColumn<TemplateFieldsFragment>[] {
  const { t } = useTranslation(["customer-templates", "customers"]);
  const locale = useLocale();
  const can = useCan("customer_template.edit");
  return [
    { key: "name", header: t("customers:field.name"), cell: ({ name }) => name, isPrimary: true },
    {
      key: "country",
      header: t("country"),
      cell: ({ country, language }) => `${countryName(country, locale)}, ${languageName(language, locale)}`,
      phonePlace: "start",
    },
    { key: "packages", header: t("packages"), cell: ({ packages }) => packages.join(", "), hideOnPhone: true },
    {
      key: "customers",
      header: t("customerCount"),
      align: "end",
      cell: ({ customerCount }) => formatNumber(customerCount, locale),
      hideOnPhone: true,
    },
    {
      key: "provisioningId",
      header: t("provisioningId"),
      cell: ({ provisioningId, name }) => (
        <CopyButton value={provisioningId} labels={{ copy: t("copyNamed", { name }), copied: t("copied") }} />
      ),
      hideOnPhone: true,
    },
    {
      key: "deeds",
      header: <ActionsHead />,
      align: "end",
      cell: ({ id, name }) => (
        <>
          <ReasonedButton
            variant="default"
            size="xs"
            disabledReason={can.reason}
            aria-label={t("editNamed", { name })}
            onClick={() => onEdit(id)}
          >
            {t("edit")}
          </ReasonedButton>{" "}
          <ReasonedButton
            variant="default"
            size="xs"
            disabledReason={can.reason}
            aria-label={t("deleteNamed", { name })}
            onClick={() => onRemove(id)}
          >
            {t("delete")}
          </ReasonedButton>
        </>
      ),
      phonePlace: "topEnd",
    },
  ];
}
