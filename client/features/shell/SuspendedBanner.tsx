import { IconPlayerPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import classes from "./SuspendedBanner.module.css";

/** On every page while one's reseller, or one above it, is suspended (CX11): what one may still do, and who can change it. */
export function SuspendedBanner() {
  const { t } = useTranslation("shell");
  const { withheldBy, reseller } = useViewer();
  if (withheldBy?.state !== "SUSPENDED") return null;
  const { id, name } = withheldBy.reseller;
  return (
    <div className={classes.banner} role="status">
      <IconPlayerPause size={16} stroke={1.8} aria-hidden />
      <span>{id === reseller.id ? t("suspended.own", { name }) : t("suspended.above", { name })}</span>
    </div>
  );
}
