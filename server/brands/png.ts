import { crc32 } from "node:zlib";

/** Of a PNG, what of it is a picture. */
export interface Png {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Texts, times, profiles and whatever programs hide beside them are left behind. */
const kept: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/**
 * The picture of a PNG file (W3C PNG, third edition) with nothing beside it; null for what is none: a wrong signature, a chunk that goes
 * beyond the end, a header that is not first, a checksum that does not hold, anything behind its end.
 */
export function pictureOf(file: Uint8Array): Png | null {
  if (file.length < 57 || signature.some((byte, index) => file[index] !== byte)) return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array[] = [file.subarray(0, signature.length)];
  let header: { width: number; height: number } | null = null;
  let hasData = false;
  for (let at = signature.length; at + 12 <= file.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) return null;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (view.getUint32(end - 4) !== crc32(file.subarray(at + 4, end - 4))) return null;
    if (header === null) {
      if (type !== "IHDR" || length !== 13) return null;
      header = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    } else if (type === "IHDR") return null;
    hasData ||= type === "IDAT";
    if (kept.has(type)) parts.push(file.subarray(at, end));
    if (type === "IEND") return end === file.length && hasData ? { bytes: joined(parts), ...header } : null;
    at = end;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
