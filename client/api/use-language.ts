import { useMutation } from "@apollo/client/react";
import { useEffect } from "react";
import { useViewer } from "./viewer.tsx";
import { changeLanguage, type Language } from "../i18n/i18n.ts";
import { SetLanguageDocument } from "./viewer.generated.ts";

const spelling = { en: "EN", fr: "FR", de: "DE", pt: "PT" } as const satisfies Record<Language, string>;

/** The server learns it first: what it is asked again in the new language it has to answer in that language. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const [setLanguage] = useMutation(SetLanguageDocument);
  return async (language) => {
    await setLanguage({ variables: { input: { language: spelling[language] } } }).catch(() => undefined); // offline, say
    await changeLanguage(language);
  };
}

/** What a person has once chosen holds in every browser. */
export function useOwnLanguage(): void {
  const { language } = useViewer().user;
  useEffect(() => {
    const own = language === null ? null : (language.toLowerCase() as Language); // the enum's members are these in capitals
    if (own !== null && own !== document.documentElement.lang) void changeLanguage(own);
  }, [language]);
}
