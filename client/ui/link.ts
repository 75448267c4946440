import type { ReactNode } from "react";

/** What a block gives to whoever draws its links: blocks know no router, so a feature passes `(link) => <AppLink {...link} />`. */
export interface LinkParts {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
  readonly tabIndex?: number;
  readonly "aria-current"?: "page" | "true";
}

export type RenderLink = (link: LinkParts) => ReactNode;
