import type { Permission } from "@tierline/shared/permission.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";

interface GrantedProps {
  readonly by: Permission;
  /** Of the page, which is told to those as well to whom it is not open. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of the portal that the reseller opens to whom it wants (VX15): a link to one that is closed says who can open it. */
export function Granted({ by, title, children }: GrantedProps) {
  const { t } = useTranslation("portal");
  const { permissions, reseller } = useViewer();
  if (permissions.includes(by)) return children;
  return (
    <>
      <PageHeader title={title} />
      <EmptyState kind="forbidden" title={t("closed.title")}>
        {t("closed.text", { reseller: reseller.name })}
      </EmptyState>
    </>
  );
}
