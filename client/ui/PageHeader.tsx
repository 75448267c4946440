import type { ReactNode } from "react";
import styles from "./PageHeader.module.css";

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** What the window is called instead, where that says more than the title: how far a run is. */
  readonly windowTitle?: string;
  /** Where the page belongs, above the title; mostly a link. */
  readonly crumb?: ReactNode;
  /** Beside the title: a state, a kind, a count. */
  readonly beside?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Below all of it, over the whole width: facts or tabs. */
  readonly children?: ReactNode;
}

/** The page's only h1. It can be focused by script, so that a change of page is announced from here. */
export function PageHeader({ title, windowTitle, crumb, beside, description, actions, children }: PageHeaderProps) {
  return (
    <header className={styles.root}>
      <div className={styles.row}>
        <div className={styles.words}>
          {crumb !== undefined && <div className={styles.crumb}>{crumb}</div>}
          <div className={styles.titleRow}>
            <h1 className={styles.title} tabIndex={-1} data-window-title={windowTitle}>
              {title}
            </h1>
            {beside !== undefined && <div className={styles.beside}>{beside}</div>}
          </div>
          {description !== undefined && <p className={styles.description}>{description}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}
