/** Frames of PostgreSQL's protocol 3 (documentation, chapter "Frontend/Backend Protocol"): a type, a length, a body. */
export interface Frame {
  readonly type: string;
  /** Type and length included, as it goes over the wire. */
  readonly bytes: Buffer;
  readonly body: Buffer;
}

export class FramingError extends Error {
  override readonly name = "FramingError";
}

/**
 * Cuts a stream into frames. Throws FramingError for a type outside `types` or a body over `bytesMax`: whatever talks there
 * is not PostgreSQL, and the length it claims is not waited for.
 */
export function createFrameReader(types: string, bytesMax: number): (chunk: Buffer) => Frame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: Frame[] = [];
    while (rest.length >= 1) {
      const type = String.fromCharCode(rest[0] ?? 0);
      if (!types.includes(type)) throw new FramingError(`No message begins with byte ${rest[0]}.`);
      if (rest.length < headBytes) break;
      const bytes = 1 + rest.readUInt32BE(1);
      if (bytes < headBytes || bytes > bytesMax) throw new FramingError(`A message of ${bytes} bytes.`);
      if (rest.length < bytes) break;
      frames.push({ type, bytes: rest.subarray(0, bytes), body: rest.subarray(headBytes, bytes) });
      rest = rest.subarray(bytes);
    }
    return frames;
  };
}

const headBytes = 5;

/** Types that a server may send. */
export const backendTypes = "RKSZTDC12tnsEINAVvGHWdc3";
/** Types that a client may send once it has introduced itself. */
export const frontendTypes = "PBDESQXHCpdcfF";

/** Reads zero-terminated texts and counted values out of a body. */
export function createBodyReader(body: Buffer) {
  let at = 0;
  return {
    text(): string {
      const end = body.indexOf(0, at);
      const text = body.toString("utf8", at, end);
      at = end + 1;
      return text;
    },
    int16(): number {
      at += 2;
      return body.readInt16BE(at - 2);
    },
    /** A value in text format; null is length -1. */
    value(): string | null {
      const length = body.readInt32BE(at);
      at += 4;
      if (length < 0) return null;
      at += length;
      return body.toString("utf8", at - length, at);
    },
  };
}
