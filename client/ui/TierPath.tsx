import { Fragment } from "react";
import type { RenderLink } from "./link.ts";
import styles from "./TierPath.module.css";

export interface TierPathNode {
  readonly key: string;
  readonly name: string;
  readonly href?: string;
}

export interface TierPathProps {
  readonly nodes: readonly TierPathNode[];
  readonly label: string;
  readonly renderLink?: RenderLink;
}

/** The way down the tiers as a rail; its end, where one is, is copper. On a phone only the end is drawn. */
export function TierPath({ nodes, label, renderLink }: TierPathProps) {
  return (
    <nav aria-label={label}>
      <ol className={styles.path}>
        {nodes.map((node, index) => {
          const isHere = index === nodes.length - 1;
          return (
            <Fragment key={node.key}>
              {index > 0 && <li className={styles.rail} data-here={isHere || undefined} aria-hidden="true" />}
              <li className={styles.node} data-here={isHere || undefined} aria-current={isHere ? "true" : undefined}>
                {node.href === undefined || renderLink === undefined
                  ? node.name
                  : renderLink({ href: node.href, children: node.name })}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
