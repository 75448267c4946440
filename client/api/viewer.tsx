import { useQuery } from "@apollo/client/react";
import type { Permission } from "@tierline/shared/permission.ts";
import { createContext, use, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "./server-clock.ts";
import { ViewerDocument, type ViewerQuery } from "./viewer.generated.ts";

export type ViewerValue = NonNullable<ViewerQuery["viewer"]>;

const ViewerContext = createContext<ViewerValue | null>(null);

export function useViewerQuery() {
  const result = useQuery(ViewerDocument, { fetchPolicy: "cache-first" });
  const time = result.data?.viewer?.serverTime;
  if (time !== undefined) serverClock.learn(time);
  return result;
}

export function ViewerProvider({ viewer, children }: { viewer: ViewerValue; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who is signed in; only below the console's layout. */
export function useViewer(): ViewerValue {
  const viewer = use(ViewerContext);
  if (viewer === null) throw new Error("useViewer is for pages of the console");
  return viewer;
}

export interface Right {
  readonly isAllowed: boolean;
  /** Why not, for a disabled button's tooltip; null when allowed. */
  readonly reason: string | null;
}

/** May the viewer do this, and if not, what to say. */
export function useCan(permission: Permission): Right {
  const { t } = useTranslation(["shell", "permissions"]);
  const { permissions, customer, onBehalfOf, reseller } = useViewer();
  if (permissions.includes(permission)) return { isAllowed: true, reason: null };
  const right = t(`permissions:permission.${permission}`);
  if (customer === null) return { isAllowed: false, reason: t("noRight", { right }) };
  if (onBehalfOf?.isReadOnly === true) return { isAllowed: false, reason: t("onlyLooking", { name: onBehalfOf.name }) };
  return { isAllowed: false, reason: t("notLet", { reseller: reseller.name, right }) };
}
