import { VisuallyHidden } from "@mantine/core";
import { useViewer } from "../api/viewer.tsx";
import { ownerNames, shortened, type Tier } from "./owner-names.ts";
import classes from "./OwnerPath.module.css";

const separator = " › ";

/** U23: whose it is, from below the viewer's own tier down to the reseller; a deep path keeps its ends. */
export function OwnerPath({ tierPath }: { readonly tierPath: readonly Tier[] }) {
  const { reseller } = useViewer();
  const names = ownerNames(tierPath, reseller.key);
  const shown = shortened(names);
  if (shown.length === names.length) return <span className={classes.owner}>{names.join(separator)}</span>;
  const whole = names.join(separator);
  return (
    <span className={classes.owner} title={whole}>
      <span aria-hidden="true">{shown.join(separator)}</span>
      <VisuallyHidden>{whole}</VisuallyHidden>
    </span>
  );
}

/** Whether it is somebody's below the viewer, so that it has to be said whose. */
export function useIsBelow(): (tierPath: readonly Tier[]) => boolean {
  const { reseller } = useViewer();
  return (tierPath) => tierPath.at(-1)?.key !== reseller.key && tierPath.some(({ key }) => key === reseller.key);
}
