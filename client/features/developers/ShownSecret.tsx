import { useTranslation } from "react-i18next";
import { ShownOnce } from "./ShownOnce.tsx";

/** Of an endpoint, to verify what it is sent. */
export function ShownSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation("webhooks");
  const words = {
    title: t("shown.title"),
    kept: t("shown.kept"),
    once: t("shown.once"),
    secret: t("shown.secret"),
    copy: t("copy"),
    copied: t("copied"),
  };
  return <ShownOnce secret={secret} onClose={onClose} words={words} />;
}
