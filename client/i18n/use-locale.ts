import { defaultLanguage, languageOf, localeOf } from "@tierline/shared/language.ts";
import { useTranslation } from "react-i18next";

/** For Intl: numbers, dates and money as the person's language writes them. */
export function useLocale(): string {
  const { i18n } = useTranslation();
  return localeOf[languageOf(i18n.resolvedLanguage) ?? defaultLanguage];
}
