type Close = () => Promise<void>;

/** What has been opened and is to be closed again, last first: also when the end comes while something is still being opened. */
export interface Ending {
  /** Aborted as soon as the end has begun. */
  readonly signal: AbortSignal;
  /** Nothing more is opened once the end has begun: then it throws. */
  open<T>(begin: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  add(close: Close): void;
  /** Closes everything; a second call waits for the first. */
  begin(): Promise<void>;
}

export function createEnding(): Ending {
  const closing: Close[] = [];
  const controller = new AbortController();
  let end: Promise<void> | null = null;
  const closeAll = async (): Promise<void> => {
    for (const close of closing.toReversed()) await close().catch((error: unknown) => console.error(error));
  };
  const add = (close: Close): void => {
    if (controller.signal.aborted) void close();
    else closing.push(close);
  };
  return {
    signal: controller.signal,
    add,
    async open(begin, close) {
      controller.signal.throwIfAborted();
      const opening = begin();
      // What could not be opened needs no closing, and whoever waited for it has the error.
      add(() => opening.then(close, () => undefined));
      return opening;
    },
    begin() {
      controller.abort();
      return (end ??= closeAll());
    },
  };
}
