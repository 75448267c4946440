import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { countryName } from "../../ui/countries.ts";
import { formatNumber } from "../../ui/format.ts";
import type { ShownCase } from "./shown-case.ts";
import classes from "./Screening.module.css";

type Match = ShownCase["matches"][number];

/** The customer beside each listed party, with the words that were taken for one another marked on both sides. */
export function Evidence({ shown: { customer, matches } }: { readonly shown: ShownCase }) {
  const { t } = useTranslation("screening");
  const locale = useLocale();
  if (matches.length === 0) return <p className={classes.dim}>{t("noMatches")}</p>;
  return (
    <ul className={classes.list}>
      {matches.map((match) => (
        <li key={`${match.list} ${match.reference}`} className={classes.match}>
          <div className={classes.sides}>
            <section aria-label={t("side.customer")}>
              <h3>{t("side.customer")}</h3>
              <Marked name={customer.name} words={match.words.map(({ ours }) => ours)} />
              <p className={classes.text}>{addressOf(customer, locale)}</p>
              <p className={classes.dim}>{t("country", { country: countryName(customer.homeCountry, locale) })}</p>
            </section>
            <Listed match={match} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Listed({ match }: { readonly match: Match }) {
  const { t } = useTranslation("screening");
  const locale = useLocale();
  const { matchedName, words, names, addresses, score, list, listVersion, reference, partyType, source, remarks } =
    match;
  const others = names.filter(({ name }) => name !== matchedName).map(({ name }) => name);
  const signs = [
    t("likeness", { percent: formatNumber(score / 10, locale) }),
    match.isSameCountry === null ? null : t(match.isSameCountry ? "sameCountry" : "otherCountry"),
    match.isSameCity ? t("sameCity") : null,
  ].filter((part) => part !== null);
  return (
    <section aria-label={t("side.listed")}>
      <h3>{t("side.listed")}</h3>
      <Marked name={matchedName} words={words.map(({ listed }) => listed)} />
      <p className={classes.dim}>{signs.join(" · ")}</p>
      {addresses.map(({ text }) => (
        <p key={text} className={classes.text}>
          {text}
        </p>
      ))}
      {others.length > 0 && <p className={classes.dim}>{t("alsoKnownAs", { names: others.join("; ") })}</p>}
      <p className={classes.dim}>
        {[t("fact.list", { list: t(`list.${list}`), version: listVersion }), reference, partyType, source]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {remarks !== "" && (
        <p className={classes.dim} lang="en">
          {remarks}
        </p>
      )}
    </section>
  );
}

/** Marks whole words: what was compared has neither accents nor capitals. */
function Marked({ name, words }: { readonly name: string; readonly words: readonly string[] }) {
  const marked = new Set(words);
  const parts = name.split(/([\s,.;:&()/-]+)/);
  return (
    <p className={classes.name}>
      {parts.map((part, index) => {
        const isWord = marked.has(plain(part));
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one name never change places
        return isWord ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>;
      })}
    </p>
  );
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase();
}

function addressOf({ billingAddress }: ShownCase["customer"], locale: string): string {
  if (billingAddress === null) return "–";
  const { line1, line2, city, region, postalCode, country } = billingAddress;
  const parts = [line1, line2, postalCode, city, region, countryName(country, locale)];
  return parts.filter((part) => part != null && part !== "").join(", ");
}
