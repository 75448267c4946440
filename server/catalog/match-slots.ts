/** What an offering asks for in one slot. */
export interface SlotWanted {
  readonly templateId: string;
  /** The name under which the playbook knows the item, e.g. `sim`. */
  readonly slot: string;
  readonly isRequired: boolean;
}

export interface Picked {
  readonly reservationId: string;
  readonly templateId: string;
}

export interface SlotMatch {
  /** By reservation: what inventory/claim-reservations.ts wants to know. */
  readonly slots: ReadonlyMap<string, string>;
  /** Slots that nothing was picked for, in the order of the offering. */
  readonly empty: readonly SlotWanted[];
  /** Reservations that no slot asks for, in the order given. */
  readonly surplus: readonly string[];
}

/** Puts picked items into the offering's slots: each slot, in its order, takes the first item of its template that is left. */
export function matchSlots(wanted: readonly SlotWanted[], picked: readonly Picked[]): SlotMatch {
  const left = [...picked];
  const slots = new Map<string, string>();
  const empty: SlotWanted[] = [];
  for (const each of wanted) {
    const index = left.findIndex(({ templateId }) => templateId === each.templateId);
    const [taken] = index === -1 ? [] : left.splice(index, 1);
    if (taken === undefined) empty.push(each);
    else slots.set(taken.reservationId, each.slot);
  }
  return { slots, empty, surplus: left.map(({ reservationId }) => reservationId) };
}
