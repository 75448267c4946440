import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

const files = import.meta.glob<{ default: Record<string, unknown> }>("./{en,fr}/*.json");
const storageKey = "tierline:language";

/** A page loads the words of its own namespace in the language in use, and no others. */
const backend: BackendModule = {
  type: "backend",
  init() {},
  async read(language: string, namespace: string) {
    const load = files[`./${language}/${namespace}.json`];
    if (load === undefined) throw new Error(`No words for ${language}/${namespace}`);
    return (await load()).default;
  },
};

export function chosenLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  const wanted = kept ?? navigator.language.slice(0, 2);
  return languages.find((each) => each === wanted) ?? "en";
}

export async function startI18n(language: Language = chosenLanguage()): Promise<void> {
  document.documentElement.lang = language;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false, // both languages are complete; loading English behind French would be paid for nothing
      supportedLngs: [...languages],
      ns: ["shell", "words"],
      defaultNS: "shell",
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
