import type { ReactNode } from "react";

export interface GridColumn<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers and amounts. */
  readonly align?: "start" | "end";
  readonly width?: number | string;
  /** The cell that names the row and opens it. */
  readonly isPrimary?: boolean;
  readonly hideOnPhone?: boolean;
  /** Where on a phone's card; without it the columns take the free places in their order. */
  readonly phonePlace?: PhonePlace;
  /** Present when the list can be sorted by it. */
  readonly sortKey?: string;
}

/** A card has two lines: the title (of the primary column) and `topEnd`, below them `start` and `end`. */
export type PhonePlace = "title" | "topEnd" | "start" | "end";

export interface GridSort {
  readonly key: string;
  readonly direction: "ascending" | "descending";
}

export interface GridSelection<Row> {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  readonly labels: { readonly all: string; readonly row: (row: Row) => string };
}

/** The place of each column on a phone's card; columns without one are not drawn there. */
export function phonePlaces<Row>(columns: readonly GridColumn<Row>[]): ReadonlyMap<string, PhonePlace> {
  const places = new Map<string, PhonePlace>();
  const isFree = (place: PhonePlace): boolean => ![...places.values()].includes(place);
  for (const { key, isPrimary, phonePlace } of columns) {
    if (isPrimary === true) places.set(key, "title");
    else if (phonePlace !== undefined) places.set(key, phonePlace);
  }
  for (const { key, align, hideOnPhone } of columns) {
    if (hideOnPhone === true || places.has(key)) continue;
    const wanted: PhonePlace[] = align === "end" ? ["topEnd", "end"] : ["start", "end", "topEnd"];
    const place = wanted.find(isFree);
    if (place !== undefined) places.set(key, place);
  }
  return places;
}
