import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { choice } from "../../navigation/url-parts.ts";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useGo, useParam, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { OfferingPageDocument } from "./offering.generated.ts";
import { OfferingForm } from "./OfferingForm.tsx";
import { OfferingView } from "./OfferingView.tsx";
import { CreateOffering, EditOffering } from "./save-offering.tsx";

const pageState = z.object({ edit: choice(["yes", ""], "") });

/** One offering: what it costs, what it needs, what is wrong with it; edited by those who may. `new` makes another. */
export function OfferingPage() {
  const slug = useParam("slug");
  return slug === "new" ? <NewOfferingPage /> : <ExistingOffering key={slug} slug={slug} />;
}

function ExistingOffering({ slug }: { slug: string }) {
  const { t } = useTranslation("catalog");
  const [{ edit }, setState] = useUrlState(pageState);
  const canEdit = useCan("catalog.edit").isAllowed;
  const reads = useReads();
  const result = useQuery(OfferingPageDocument, { variables: { slug, ...reads }, fetchPolicy: "cache-and-network" });
  return (
    <QueryState result={result}>
      {({ offering }) => {
        if (offering === null) return <NotFound />;
        if (edit !== "yes" || !canEdit)
          return <OfferingView offering={offering} onEdit={() => setState({ edit: "yes" })} />;
        return (
          <>
            <PageHeader title={t("editNamed", { name: offering.name })} crumb={<Crumb />} />
            <EditOffering offering={offering} reads={reads} onClose={() => setState({ edit: "" })}>
              {(form) => <OfferingForm {...form} />}
            </EditOffering>
          </>
        );
      }}
    </QueryState>
  );
}

function NewOfferingPage() {
  const { t } = useTranslation("catalog");
  const can = useCan("catalog.edit");
  const reads = useReads();
  const reseller = useReseller();
  const go = useGo();
  return (
    <>
      <PageHeader title={t("newOffering")} crumb={<Crumb />} />
      {can.isAllowed ? (
        <CreateOffering
          reads={reads}
          onCreated={(slug) => go(path.offering(reseller, slug), { replace: true })}
          onClose={() => go(path.catalog(reseller))}
        >
          {(form) => <OfferingForm {...form} />}
        </CreateOffering>
      ) : (
        <EmptyState kind="forbidden" title={t("noEdit")}>
          {can.reason}
        </EmptyState>
      )}
    </>
  );
}

/** What may be asked for: fields that need a right are left out without it. */
function useReads() {
  return { withCost: useCan("finance.view").isAllowed, withPlaybook: useCan("playbook.view").isAllowed };
}

function Crumb() {
  const { t } = useTranslation("catalog");
  return <AppLink href={path.catalog(useReseller())}>{t("title")}</AppLink>;
}
