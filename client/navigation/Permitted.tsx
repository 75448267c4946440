import type { Permission } from "@tierline/shared/permission.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../api/viewer.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";

interface PermittedProps {
  readonly by: Permission;
  /** Of the page, which the others see too. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Who may not do what a page is for is told so before they fill anything in, and not by its last button. */
export function Permitted({ by, title, children }: PermittedProps) {
  const { t } = useTranslation("shell");
  const can = useCan(by);
  if (can.isAllowed) return children;
  return (
    <>
      <PageHeader title={title} />
      <EmptyState kind="forbidden" title={t("forbidden.title")}>
        {can.reason}
      </EmptyState>
    </>
  );
}
