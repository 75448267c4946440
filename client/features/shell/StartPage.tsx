import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useViewerQuery } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { useGo } from "../../navigation/use-place.ts";
import { Loading } from "../../ui/Loading.tsx";

/** The bare address leads to one's own tier, or to the door. */
export function StartPage() {
  const { t } = useTranslation("shell");
  const { data } = useViewerQuery();
  const go = useGo();
  useEffect(() => {
    if (data === undefined) return;
    go(data.viewer === null ? path.signIn() : path.home(data.viewer.reseller.key), { replace: true });
  }, [data, go]);
  return <Loading rows={3} label={t("loading")} />;
}
