import type { Permission } from "@tierline/shared/permission.ts";
import type { ReactNode } from "react";
import { useViewer } from "../../api/viewer.tsx";
import { ClosedPart } from "../../navigation/ClosedPart.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";

interface GrantedProps {
  readonly by: Permission;
  /** Of the page, which is told to those as well to whom it is not open. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of the portal that the reseller opens to whom it wants (VX15): a link to one that is closed says who can open it. */
export function Granted({ by, title, children }: GrantedProps) {
  const { permissions } = useViewer();
  if (permissions.includes(by)) return children;
  return (
    <>
      <PageHeader title={title} />
      <ClosedPart />
    </>
  );
}
