/** What this installation is, as it was started: a demo with known passwords, a lab instead of a network. */
export interface Installation {
  readonly isDemo: boolean;
  readonly hasLab: boolean;
}

let current: Installation = { isDemo: false, hasLab: false };

/** Set once at boot, before the first request. */
export function setInstallation(installation: Installation): void {
  current = Object.freeze({ ...installation });
}

export function installation(): Installation {
  return current;
}
