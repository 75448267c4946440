/** Business time. Only liveness (leases, locks) uses the database's own clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
