import { addressLines } from "@tierline/shared/address.ts";
import { createRequire } from "node:module";
import { languageOf, defaultLanguage, localeOf, type Language } from "@tierline/shared/language.ts";
import { minorDigits, decimalOf, money } from "@tierline/shared/money.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import PdfDocument from "pdfkit";
import { lastDayOf } from "@tierline/shared/charge.ts";
import type { PartyValue, TaxSumValue } from "./invoice.entity.ts";

const fontFiles = createRequire(import.meta.url);
const fontOf = (subset: string, weight: number) =>
  fontFiles.resolve(`@fontsource/hanken-grotesk/files/hanken-grotesk-${subset}-${weight}-normal.woff`);

const page = { left: 56, right: 539, top: 56, bottom: 770 } as const;
const ink = { text: "#1c2230", quiet: "#5b6475", rule: "#d6dae2" } as const;

export type Weight = "regular" | "bold";
type Align = "left" | "right";

/** How the seller shows itself on paper. */
export interface Letterhead {
  /** `#rrggbb`, dark enough on white. */
  readonly accent: string;
  /** A PNG. */
  readonly logo: Buffer | null;
}

export interface SheetFacts {
  readonly title: Words;
  readonly sellerName: string;
  readonly issuedAt: Date;
  /** The buyer's. */
  readonly language: string;
  readonly currency: string;
  /** Null: plain. */
  readonly letterhead: Letterhead | null;
}

export interface SheetHead {
  readonly buyer: PartyValue;
  readonly facts: readonly (readonly [label: Words, value: string])[];
  readonly timeZone: string;
}

export interface SheetLine {
  readonly description: Words;
  readonly periodFrom?: string | null | undefined;
  readonly periodUntil?: string | null | undefined;
  readonly amountMicros: bigint;
}

/** What a seller sends its buyers on A4, in the buyer's language, made of nothing but what it is given: it reads the same for ever. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #facts: SheetFacts;
  readonly #language: Language;
  readonly #title: string;
  #y: number = page.top;

  constructor(facts: SheetFacts) {
    const { sellerName, issuedAt } = facts;
    this.#facts = facts;
    this.#language = languageOf(facts.language) ?? defaultLanguage;
    this.#title = rendered(facts.title, this.#language);
    this.#doc = new PdfDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      lang: localeOf[this.#language],
      info: { Title: this.#title, Author: sellerName, CreationDate: issuedAt, ModDate: issuedAt },
    });
    for (const weight of [400, 700]) {
      this.#doc.registerFont(`latin ${weight}`, fontOf("latin", weight));
      this.#doc.registerFont(`ext ${weight}`, fontOf("latin-ext", weight));
    }
  }

  head({ buyer, facts, timeZone }: SheetHead): void {
    const { sellerName, letterhead } = this.#facts;
    const logo = letterhead?.logo ?? null;
    if (logo === null) this.#put(sellerName, page.left, { weight: "bold", size: 15 });
    else this.#logo(logo, sellerName);
    this.#put(this.#title, page.right, {
      weight: "bold",
      size: 15,
      align: "right",
      ...(letterhead !== null && { color: letterhead.accent }),
    });
    this.#y += 44;
    const top = this.#y;
    this.#put(this.said(say("invoice.for")), page.left, { quiet: true });
    for (const line of partyLines(buyer, this.#language)) {
      this.#y += 15;
      this.#put(line, page.left);
    }
    const bottom = this.#y;
    this.#y = top;
    for (const [label, value] of facts) {
      this.#put(this.said(label), 300, { quiet: true });
      this.#put(value, page.right, { align: "right" });
      this.#y += 15;
    }
    this.#put(this.said(say("invoice.timeZone", { zone: timeZone })), page.right, {
      quiet: true,
      size: 8,
      align: "right",
    });
    this.#y = Math.max(this.#y, bottom) + 42;
  }

  /** With the name below it: who asks for money is said in words. */
  #logo(png: Buffer, sellerName: string): void {
    this.#doc.image(png, page.left, this.#y - 12, { fit: [220, 34] });
    this.#y += 28;
    this.#put(sellerName, page.left, { quiet: true, size: 8 });
    this.#y -= 28;
  }

  /** Across the page, above the table. */
  remark(label: Words, text: string): void {
    this.#y -= 18;
    this.#put(this.said(label), page.left, { quiet: true, size: 8 });
    this.#y += 12;
    for (const line of wrapped(text, (part) => this.#width(part, 10, "regular"), page.right - page.left)) {
      this.#put(line, page.left);
      this.#y += 14;
    }
    this.#y += 16;
  }

  table(lines: readonly SheetLine[]): void {
    this.#columns();
    for (const line of lines) {
      const period = this.#periodOf(line);
      const texts = wrapped(this.said(line.description), (text) => this.#width(text, 10, "regular"), 360);
      this.#room(texts.length * 14 + (period === "" ? 10 : 22));
      this.#put(this.amount(line.amountMicros), page.right, { align: "right" });
      for (const text of texts) {
        this.#put(text, page.left);
        this.#y += 14;
      }
      if (period !== "") {
        this.#put(period, page.left, { quiet: true, size: 8 });
        this.#y += 12;
      }
      this.#y += 6;
    }
    this.#rule();
  }

  totals(rows: readonly (readonly [label: Words, micros: bigint, weight: Weight])[]): void {
    this.#room(62 + rows.length * 17);
    for (const [label, micros, weight] of rows) {
      this.#put(this.said(label), 300, { weight });
      this.#put(this.amount(micros), page.right, { weight, align: "right" });
      this.#y += 17;
    }
  }

  /** A tax as it stands among the totals. */
  taxWords({ name, percent, isIncluded, baseMicros }: TaxSumValue): Words {
    const values = { name, percent: this.#percent(percent), base: this.amount(BigInt(baseMicros)) };
    return isIncluded ? say("tax.included", values) : say("tax.added", values);
  }

  note(words: Words): void {
    for (const text of wrapped(this.said(words), (part) => this.#width(part, 8, "regular"), page.right - 300)) {
      this.#put(text, 300, { quiet: true, size: 8 });
      this.#y += 12;
    }
  }

  /** What it comes to in the end. */
  result(label: Words, micros: bigint): void {
    this.#y += 6;
    this.#put(this.said(label), 300, { weight: "bold", size: 12 });
    this.#put(this.amount(micros), page.right, { weight: "bold", size: 12, align: "right" });
  }

  async done(): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index);
      this.#y = 800;
      this.#put(this.#facts.sellerName, page.left, { quiet: true, size: 8 });
      const said = this.said(say("invoice.page", { page: index + 1, pages: count }));
      this.#put(said, page.right, { quiet: true, size: 8, align: "right" });
    }
    this.#doc.end();
    const parts: Buffer[] = [];
    for await (const part of this.#doc) parts.push(part as Buffer); // a readable stream of bytes
    return Buffer.concat(parts);
  }

  #columns(): void {
    this.#put(this.said(say("invoice.description")), page.left, { quiet: true, size: 8 });
    this.#put(this.said(say("invoice.amount")), page.right, { quiet: true, size: 8, align: "right" });
    this.#y += 12;
    this.#rule();
  }

  /** Begins another page, with the columns named again, where so much does not fit. */
  #room(height: number): void {
    if (this.#y + height <= page.bottom) return;
    this.#doc.addPage();
    this.#y = page.top;
    this.#columns();
  }

  #rule(): void {
    this.#doc.moveTo(page.left, this.#y).lineTo(page.right, this.#y).lineWidth(0.7).strokeColor(ink.rule).stroke();
    this.#y += 10;
  }

  #periodOf({ periodFrom, periodUntil }: SheetLine): string {
    if (periodFrom == null || periodUntil == null) return "";
    return this.range(periodFrom, lastDayOf({ until: periodUntil }));
  }

  said(words: Words): string {
    return rendered(words, this.#language);
  }

  day(day: string): string {
    return new Intl.DateTimeFormat(localeOf[this.#language], { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(day),
    );
  }

  range(from: string, to: string): string {
    return from === to ? this.day(from) : this.said(say("invoice.range", { from: { day: from }, to: { day: to } }));
  }

  #percent(percent: string): string {
    return new Intl.NumberFormat(localeOf[this.#language], { maximumFractionDigits: 4 }).format(
      percent as `${number}`, // a decimal string is formatted exactly
    );
  }

  /** In the currency's own places, since an invoice asks for nothing smaller. */
  amount(micros: bigint): string {
    const { currency } = this.#facts;
    const digits = minorDigits(currency);
    const shape = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: 6 } as const;
    const format = new Intl.NumberFormat(localeOf[this.#language], shape);
    return format.format(decimalOf(money(micros, currency)) as `${number}`); // a decimal string is formatted exactly
  }

  #put(
    text: string,
    x: number,
    {
      weight = "regular",
      size = 10,
      align = "left",
      quiet = false,
      color = quiet ? ink.quiet : ink.text,
    }: { weight?: Weight; size?: number; align?: Align; quiet?: boolean; color?: string } = {},
  ): void {
    let at = align === "right" ? x - this.#width(text, size, weight) : x;
    for (const run of runsOf(text)) {
      this.#doc.font(fontName(run, weight)).fontSize(size).fillColor(color);
      this.#doc.text(run.text, at, this.#y, { lineBreak: false });
      at += this.#doc.widthOfString(run.text);
    }
  }

  #width(text: string, size: number, weight: Weight): number {
    return runsOf(text).reduce((sum, run) => {
      this.#doc.font(fontName(run, weight)).fontSize(size);
      return sum + this.#doc.widthOfString(run.text);
    }, 0);
  }
}

interface Run {
  readonly text: string;
  readonly isExtended: boolean;
}

function fontName({ isExtended }: Run, weight: Weight): string {
  return `${isExtended ? "ext" : "latin"} ${weight === "bold" ? 700 : 400}`;
}

/** The font comes in two files: of western Europe's letters, and of other Latin ones. Spaces of any width are printed as one. */
function runsOf(text: string): Run[] {
  const runs: { text: string; isExtended: boolean }[] = [];
  for (const letter of text.replaceAll(/[\u00A0\u2000-\u200A\u202F]/g, " ").replaceAll("−", "-")) {
    const isExtended = /[\u0100-\u024F\u1E00-\u1EFF]/.test(letter) && !"ŒœŠšŽžŸƒ".includes(letter);
    const last = runs.at(-1);
    if (last?.isExtended === isExtended) last.text += letter;
    else runs.push({ text: letter, isExtended });
  }
  return runs;
}

/** Words in as few lines as fit; a word that fits in none is left whole. */
function wrapped(text: string, widthOf: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function partyLines({ name, address, country, taxNumber = null }: PartyValue, language: Language): string[] {
  const names = new Intl.DisplayNames(localeOf[language], { type: "region" });
  const tax = taxNumber === null ? [] : [taxNumber];
  if (address === null) return [name, names.of(country) ?? country, ...tax];
  return [name, ...addressLines(address), names.of(address.country) ?? address.country, ...tax];
}
