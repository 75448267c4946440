import { lazy, Suspense, useState, type FunctionComponent } from "react";

interface LazyPart<Props> {
  readonly Part: FunctionComponent<Props>;
  /** Fetches it ahead: when the pointer or the focus comes near what opens it. */
  readonly prepare: () => void;
}

/** A part that is not on a page's first picture and is fetched when it is wanted; it suspends until it is there. */
export function lazyPart<Props extends object>(load: () => Promise<FunctionComponent<Props>>): LazyPart<Props> {
  const fetch = () => load().then((part) => ({ default: part }));
  // React renders what `lazy` gives like any component; its own type is an opaque one.
  const Part = lazy(fetch) as unknown as FunctionComponent<Props>;
  return { Part, prepare: () => void fetch().catch(() => undefined) };
}

/** The same for a dialog: nothing of it is there until it is opened, and then it stays, so that it can leave as it came. */
export function lazyDialog<Props extends { readonly isOpen: boolean }>(
  load: () => Promise<FunctionComponent<Props>>,
): LazyPart<Props> {
  const { Part: Dialog, prepare } = lazyPart(load);
  function Part(props: Props) {
    const [wasOpened, setWasOpened] = useState(props.isOpen);
    if (props.isOpen && !wasOpened) setWasOpened(true);
    return (
      wasOpened && (
        <Suspense fallback={null}>
          <Dialog {...props} />
        </Suspense>
      )
    );
  }
  return { Part, prepare };
}
