import { useTranslation } from "react-i18next";

/** For Intl: numbers, dates and money as the person's language writes them. */
export function useLocale(): string {
  const { i18n } = useTranslation();
  return i18n.resolvedLanguage === "fr" ? "fr-FR" : "en-GB";
}
