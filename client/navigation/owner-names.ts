export interface Tier {
  readonly key: string;
  readonly name: string;
}

/** Whose customer it is, as seen from the viewer's own tier: what lies above, and that tier itself, is the same for every row below. */
export function ownerNames(tierPath: readonly Tier[], viewerKey: string): string[] {
  const own = tierPath.findIndex(({ key }) => key === viewerKey);
  return tierPath.slice(isBelow(tierPath, viewerKey) ? own + 1 : Math.max(0, own)).map(({ name }) => name);
}

/** Whether it is somebody's below the viewer, so that it has to be said whose. */
export function isBelow(tierPath: readonly Tier[], viewerKey: string): boolean {
  const own = tierPath.findIndex(({ key }) => key === viewerKey);
  return own >= 0 && own < tierPath.length - 1;
}

const shownMax = 4;

/** The first, and the last two: where it hangs, and whose it is. */
export function shortened(names: readonly string[]): readonly string[] {
  return names.length <= shownMax ? names : [...names.slice(0, 1), "…", ...names.slice(-2)];
}

export function ownerText(names: readonly string[]): string {
  return names.join(" › ");
}
