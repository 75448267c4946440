import { languageOf, languages, type Language } from "@tierline/shared/language.ts";
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";

export { languages, type Language };

type Texts = { readonly [key: string]: string | Texts };

const files = import.meta.glob<{ default: Texts }>("./*/*.json");
/** What the console says before it asks, in the very words of the server. */
const shared = import.meta.glob<Record<string, Record<string, string>>>(
  "../../shared/sentences/*/{identifiers,permissions}.ts",
);
const storageKey = "tierline:language";

/** What the reseller whose page this is says instead of a text of ours. */
function inOwnWords(language: string, namespace: string, texts: Texts): Texts {
  const own = Object.entries(ownWords[language] ?? {}).flatMap(([name, text]): [string[], string][] => {
    const [ofNamespace, key = ""] = name.split(":");
    return ofNamespace === namespace ? [[key.split("."), text]] : [];
  });
  return own.reduce((said, [keys, text]) => withText(said, keys, text), texts);
}

/** Where there is no such text any more nothing is said instead. */
function withText(texts: Texts, [key = "", ...rest]: readonly string[], text: string): Texts {
  const before = texts[key];
  if (typeof before === "string") return rest.length === 0 ? { ...texts, [key]: text } : texts;
  return before === undefined ? texts : { ...texts, [key]: withText(before, rest, text) };
}

/** A page loads the words of its own namespace in the language in use, and no others. */
const backend: BackendModule = {
  type: "backend",
  init() {},
  async read(language: string, namespace: string) {
    const load = files[`./${language}/${namespace}.json`];
    const loadShared = shared[`../../shared/sentences/${language}/${namespace}.ts`];
    if (loadShared !== undefined) return (await loadShared())[namespace] ?? {};
    if (load === undefined) throw new Error(`No words for ${language}/${namespace}`);
    return inOwnWords(language, namespace, (await load()).default);
  },
};

let ownWords: OwnWords = {};
type OwnWords = { readonly [language: string]: Readonly<Record<string, string>> | undefined };

export function chosenLanguage(): Language {
  return languageOf(localStorage.getItem(storageKey) ?? navigator.language) ?? "en";
}

export async function startI18n(language: Language = chosenLanguage(), words: OwnWords = {}): Promise<void> {
  ownWords = words;
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
