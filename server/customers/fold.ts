/** Letters that Unicode does not decompose, as people type them without a special keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ĸ: "k",
  ŧ: "t",
};
const special = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/** Lower case, without accents, as names are sorted and compared: `Ćirić Ltd` → `ciric ltd`, `Straße` → `strasse`. */
export function fold(text: string): string {
  const decomposed = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return decomposed.replace(special, (letter) => plainLetters[letter] ?? letter);
}
