/** What must hold in any database at any time, and how to find where it does not. */
export interface Invariant {
  readonly title: string;
  /** Rows that break it, each with a `what` to print. The business clock's time is `(select at from now)`. */
  readonly sql: string;
}
