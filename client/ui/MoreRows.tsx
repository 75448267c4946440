import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef } from "react";
import styles from "./DataGrid.module.css";

export interface MoreRowsProps {
  readonly isLoading: boolean;
  readonly onMore?: (() => void) | undefined;
  readonly labels: { readonly more: string; readonly loading: string };
}

/** How far before its end a list asks for more. */
const aheadPx = 300;

/** Asks for more when scrolled near, and by a button for those who don't scroll. */
export function MoreRows({ isLoading, onMore, labels }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  const ask = useEffectEvent(() => {
    if (!isLoading) onMore?.();
  });
  useEffect(() => {
    if (end.current === null || isLoading) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && ask(), {
      rootMargin: `${aheadPx}px`,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div ref={end} className={styles.more}>
      <Button
        variant="default"
        size="xs"
        loading={isLoading}
        onClick={() => ask()}
        aria-label={isLoading ? labels.loading : undefined}
      >
        {labels.more}
      </Button>
    </div>
  );
}
