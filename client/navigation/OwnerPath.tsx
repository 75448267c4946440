import { VisuallyHidden } from "@mantine/core";
import { useViewer } from "../api/viewer.tsx";
import { isBelow, ownerNames, ownerText, shortened, type Tier } from "./owner-names.ts";
import classes from "./OwnerPath.module.css";

interface OwnerPathProps {
  readonly tierPath: readonly Tier[];
  /** Where one's own goes without saying, as beside what was found by a search. */
  readonly onlyBelow?: boolean;
}

/** U23: whose it is, from below the viewer's own tier down to the reseller; a deep path keeps its ends. */
export function OwnerPath({ tierPath, onlyBelow = false }: OwnerPathProps) {
  const { reseller } = useViewer();
  if (onlyBelow && !isBelow(tierPath, reseller.key)) return null;
  const names = ownerNames(tierPath, reseller.key);
  const [whole, shown] = [ownerText(names), ownerText(shortened(names))];
  if (whole === shown) return <span className={classes.owner}>{whole}</span>;
  return (
    <span className={classes.owner} title={whole}>
      <span aria-hidden="true">{shown}</span>
      <VisuallyHidden>{whole}</VisuallyHidden>
    </span>
  );
}

interface Owned {
  readonly tierPath: readonly Tier[];
}

/** Of a list: whether any of its rows lies below the viewer, so that whose they are is worth a column. */
export function useIsAnyBelow(): (rows: readonly Owned[]) => boolean {
  const { reseller } = useViewer();
  return (rows) => rows.some(({ tierPath }) => isBelow(tierPath, reseller.key));
}
