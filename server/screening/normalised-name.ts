import anyAscii from "any-ascii";

/** Grows whenever names are read or scored otherwise: what was found before is then looked for anew by the next list. */
export const algorithmVersion = 1;

export interface NormalisedName {
  /** Plain words in the order in which they stand, without forms of company: by these names alike are found. */
  readonly words: readonly string[];
  /** The words in the order of the alphabet: the same for all ways of writing one name. */
  readonly key: string;
}

/** How companies are called by law, after dots were taken out: said or left out at will. */
const companyForms: ReadonlySet<string> = new Set(
  (
    "ltd limited llc llp lp plc inc incorporated corp corporation co company gmbh mbh ag kg ohg ug sa sas sarl srl spa bv nv oy oyj ab " +
    "asa aps sro doo dd ad zrt kft rt ooo oao zao pao ao jsc ojsc cjsc pjsc pte pty pvt sdn bhd tbk pt ltda eireli epp " +
    "fze fzc fzco fzllc dmcc est kk spzoo sal sae wll lda sl slu eood ead"
  ).split(" "),
);

/** Written out, a form has several words; whatever their order, where the first ones are there the others belong to them. */
const writtenForms: readonly (readonly [said: readonly string[], others: readonly string[]])[] = [
  [
    ["joint", "stock"],
    ["open", "closed", "public", "private"],
  ],
  [["limited", "liability"], ["partnership"]],
  [["obshchestvo"], ["aktsionernoe", "otkrytoe", "zakrytoe", "publichnoe", "ogranichennoi", "otvetstvennostyu", "s"]],
];

const fillers: ReadonlySet<string> = new Set(["and", "the"]);

/**
 * A name as it is compared, whatever the script, accents, capitals, punctuation, order of words and form of company: `LÓGÁN Morey,
 * Elvis` → elvis logan morey. A name of nothing but such words keeps them.
 */
export function normalised(name: string): NormalisedName {
  const plain = anyAscii(name.normalize("NFKD").replaceAll(/\p{M}+/gu, ""))
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/['`]/g, "")
    .replaceAll(/\b([a-z])\.(?=[a-z]\b)/g, "$1") // S.R.O. → sro
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  const all = wordsOf(plain);
  const written = writtenForms.flatMap(([said, others]) =>
    said.every((word) => all.includes(word)) ? [...said, ...others] : [],
  );
  const bare = all.filter((word) => !companyForms.has(word) && !fillers.has(word) && !written.includes(word));
  const words = bare.length > 0 ? bare : all;
  return { words, key: words.toSorted().join(" ") };
}

function wordsOf(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}
