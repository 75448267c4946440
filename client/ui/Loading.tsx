import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useLate } from "./use-late.ts";
import styles from "./Loading.module.css";

/** Bars in the place of what is fetched, after 150 ms; `label` is said to those who don't see them. */
export function Loading({ label, rows = 3 }: { readonly label: string; readonly rows?: number }) {
  const isLate = useLate(true);
  if (!isLate) return null;
  return (
    <div className={styles.loading} aria-busy="true">
      <VisuallyHidden role="status">{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={12} width={`${92 - ((index * 17) % 45)}%`} radius="sm" />
      ))}
    </div>
  );
}
