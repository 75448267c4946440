interface Tier {
  readonly key: string;
  readonly name: string;
}

/** Whose customer it is, as seen from the viewer's own tier: the tiers above are the same for every row. */
export function ownerNames(tierPath: readonly Tier[], viewerKey: string): string[] {
  const own = tierPath.findIndex(({ key }) => key === viewerKey);
  return tierPath.slice(Math.max(0, own)).map(({ name }) => name);
}
