import { useId, type ReactNode } from "react";
import styles from "./Panel.module.css";

export interface PanelProps {
  readonly title: ReactNode;
  /** Said quietly behind the title, mostly how many there are. */
  readonly count?: ReactNode;
  /** At the end of the header: a remark, a state or small buttons. */
  readonly aside?: ReactNode;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
  /** False lets tables and lists reach the edges. */
  readonly padded?: boolean;
  readonly headingLevel?: 2 | 3;
  readonly id?: string;
  readonly className?: string;
}

export function Panel({
  title,
  count,
  aside,
  footer,
  children,
  padded = true,
  headingLevel,
  id,
  className,
}: PanelProps) {
  const titleId = useId();
  const Heading = headingLevel === 3 ? "h3" : "h2";
  return (
    <section className={`${styles.panel} ${className ?? ""}`} aria-labelledby={titleId} id={id}>
      <header className={styles.header}>
        <Heading className={styles.title} id={titleId}>
          {title}
        </Heading>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      {children !== undefined && <div className={padded ? styles.padded : styles.flush}>{children}</div>}
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}

/** A part of a panel set off by a hairline, as in the review. */
export function PanelPart({
  title,
  aside,
  children,
}: Pick<PanelProps, "aside" | "children"> & { readonly title?: ReactNode }) {
  return (
    <div className={styles.part}>
      {title !== undefined && (
        <div className={styles.partHeader}>
          <h3 className={styles.partTitle}>{title}</h3>
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </div>
  );
}
