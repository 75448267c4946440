import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useViewerQuery, type ViewerValue } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { useGo } from "../../navigation/use-place.ts";
import { Loading } from "../../ui/Loading.tsx";

/** The bare address leads to one's own tier, a customer's people to their portal, and everybody else to the door. */
export function StartPage() {
  const { t } = useTranslation("shell");
  const { data } = useViewerQuery();
  const go = useGo();
  useEffect(() => {
    if (data === undefined) return;
    go(data.viewer === null ? path.signIn() : homeOf(data.viewer), { replace: true });
  }, [data, go]);
  return <Loading rows={3} label={t("loading")} />;
}

function homeOf({ customer, reseller, onBehalfOf }: ViewerValue): string {
  return customer === null && onBehalfOf?.hasEnded !== true ? path.home(reseller.key) : path.portal();
}
