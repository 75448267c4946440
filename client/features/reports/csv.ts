import { saveBlob } from "../../ui/save-file.ts";

/** A file that every spreadsheet reads (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(cellOf).join(",")).join("\r\n") + "\r\n";
}

const number = /^-?\d+(\.\d+)?$/;

function cellOf(value: string | number): string {
  const text = String(value);
  if (number.test(text)) return text;
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveFile(name: string, text: string): void {
  saveBlob(name, new Blob([text], { type: "text/csv;charset=utf-8" }));
}
