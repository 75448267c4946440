import { languageOf, languages, type Language } from "@tierline/shared/language.ts";
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";

export { languages, type Language };

const files = import.meta.glob<{ default: Record<string, unknown> }>("./*/*.json");
/** What the console says before it asks, in the very words of the server. */
const shared = import.meta.glob<Record<string, Record<string, string>>>(
  "../../shared/sentences/*/{identifiers,permissions}.ts",
);
const storageKey = "tierline:language";

/** A page loads the words of its own namespace in the language in use, and no others. */
const backend: BackendModule = {
  type: "backend",
  init() {},
  async read(language: string, namespace: string) {
    const load = files[`./${language}/${namespace}.json`];
    const loadShared = shared[`../../shared/sentences/${language}/${namespace}.ts`];
    if (loadShared !== undefined) return (await loadShared())[namespace] ?? {};
    if (load === undefined) throw new Error(`No words for ${language}/${namespace}`);
    return (await load()).default;
  },
};

export function chosenLanguage(): Language {
  return languageOf(localStorage.getItem(storageKey) ?? navigator.language) ?? "en";
}

export async function startI18n(language: Language = chosenLanguage()): Promise<void> {
  document.documentElement.lang = language;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false, // every language is complete; loading English behind another would be paid for nothing
      supportedLngs: [...languages],
      ns: ["shell", "words", "permissions"],
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
