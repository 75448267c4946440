import type { BrandColors } from "@tierline/shared/brand.ts";
import type { Ramp } from "@tierline/shared/brand-ramp.ts";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import classes from "./BrandPreview.module.css";

interface BrandPreviewProps {
  readonly header: string;
  readonly colors: BrandColors;
  readonly ramp: Ramp;
  readonly logos: { readonly light: string | null; readonly dark: string | null };
}

const pages = ["signIn", "home", "invoices"] as const;
type PreviewPage = (typeof pages)[number];

/** Four pages of the portal, small, on light and on dark: what a customer would see. */
export function BrandPreview({ header, colors, ramp, logos }: BrandPreviewProps) {
  const { t } = useTranslation("brand");
  return (
    <div className={classes.sheet}>
      {(["light", "dark"] as const).map((scheme) => (
        <section key={scheme} aria-label={t(`preview.${scheme}`)} className={classes.scheme}>
          <h3>{t(`preview.${scheme}`)}</h3>
          <div className={classes.pages} style={variablesOf(scheme, colors, ramp)}>
            {pages.map((page) => (
              <figure key={page} className={classes.page}>
                <div className={classes.title}>
                  {logos[scheme] === null ? (
                    <span className={classes.initial}>{header.slice(0, 1)}</span>
                  ) : (
                    <img src={logos[scheme]} alt="" />
                  )}
                  <strong>{header}</strong>
                </div>
                <div className={classes.content}>
                  <Content page={page} />
                </div>
                <figcaption>{t(`preview.${page}`)}</figcaption>
              </figure>
            ))}
            <figure className={classes.page}>
              <div className={classes.paper} style={{ borderColor: "#d4dade" }}>
                {logos.light === null ? <strong>{header}</strong> : <img src={logos.light} alt="" />}
                <strong style={{ color: ramp[7] }}>{t("preview.invoice")}</strong>
              </div>
              <figcaption>{t("preview.paper")}</figcaption>
            </figure>
          </div>
        </section>
      ))}
    </div>
  );
}

function variablesOf(scheme: "light" | "dark", colors: BrandColors, ramp: Ramp): CSSProperties {
  const isLight = scheme === "light";
  const variables: CSSProperties & Record<`--b-${string}`, string> = {
    "--b-title": colors.titleBackground,
    "--b-title-text": colors.titleText,
    "--b-content": isLight ? colors.contentBackground : "#10161a",
    "--b-text": isLight ? colors.contentText : "#e4e9eb",
    "--b-line": isLight ? "#d4dade" : "#363e44",
    "--b-act": isLight ? ramp[7] : ramp[6],
    "--b-link": isLight ? ramp[7] : ramp[4],
    "--b-tint": isLight ? ramp[0] : ramp[9],
  };
  return variables;
}

function Content({ page }: { readonly page: PreviewPage }) {
  const { t } = useTranslation("brand");
  switch (page) {
    case "signIn":
      return (
        <>
          <span className={classes.field} />
          <span className={classes.field} />
          <span className={classes.button}>{t("preview.enter")}</span>
        </>
      );
    case "home":
      return (
        <>
          <span className={classes.figure}>12.50</span>
          <span className={classes.tint}>{t("preview.service")}</span>
          <span className={classes.button}>{t("preview.topUp")}</span>
        </>
      );
    case "invoices":
      return (
        <>
          {["1041", "1040", "1039"].map((number) => (
            <span key={number} className={classes.row}>
              <span className={classes.link}>{number}</span>
              <span>15.00</span>
            </span>
          ))}
        </>
      );
  }
}
