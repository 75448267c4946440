import { useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, MouseEvent, Ref } from "react";

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A real link to a page of the console: opens in place, and in a new tab when asked for one. */
export function AppLink({ href, onClick, ref, ...rest }: AppLinkProps) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const wantsElsewhere =
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey ||
      event.button !== 0 ||
      rest.target === "_blank";
    if (event.defaultPrevented || wantsElsewhere) return;
    event.preventDefault();
    router.history.push(href);
  };
  const prepare = (): void =>
    void router.preloadRoute({ to: href.split("?")[0] ?? href } as never).catch(() => undefined);
  return <a ref={ref} href={href} onClick={open} onPointerEnter={prepare} onFocus={prepare} {...rest} />;
}

/** What blocks of ui/ take as `renderLink`. */
export function renderLink(props: AppLinkProps) {
  return <AppLink {...props} />;
}
