import { Button, Group, SimpleGrid } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReservationCountdown } from "../../ui/ReservationCountdown.tsx";
import { ItemPicker } from "./ItemPicker.tsx";
import type { Slot } from "./use-draft.ts";
import { useReserve } from "./use-reserve.ts";

interface InventorySectionProps {
  readonly slots: readonly Slot[];
  /** Held as soon as product and customer are known: the best free item of each slot (O18). */
  readonly mayHold: boolean;
  readonly onLost: () => void;
  /** An item is on its way into a slot: what stands there still is not what will be sold. */
  readonly onPicking: (isPicking: boolean) => void;
}

export function InventorySection({ slots, mayHold, onLost, onPicking }: InventorySectionProps) {
  const { t } = useTranslation("assign");
  return (
    <Panel title={t("inventory.title")} aside={<HeldUntil slots={slots} onExpired={onLost} />}>
      <SimpleGrid cols={{ base: 1, sm: slots.length > 1 ? 2 : 1 }} spacing="md">
        {slots.map((slot) => (
          <HeldSlot key={slot.requirement.slot} slot={slot} mayHold={mayHold} onLost={onLost} onPicking={onPicking} />
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function HeldSlot({ slot, mayHold, onLost, onPicking }: Omit<InventorySectionProps, "slots"> & { slot: Slot }) {
  const reserving = useReserve();
  const { reservation, requirement } = slot;
  const asked = useRef<string | null>(null);
  const wants = mayHold && reservation === null && requirement.isRequired && requirement.available > 0;
  useEffect(() => {
    // Once a template: what lapsed, was taken or given back is chosen anew by the person, not silently by us.
    if (reservation !== null) asked.current = requirement.template.id;
    if (!wants || asked.current === requirement.template.id) return;
    asked.current = requirement.template.id;
    void reserving.reserve({ templateId: requirement.template.id }, null);
  }, [wants, reservation, requirement.template.id, reserving]);
  return <ItemPicker slot={slot} reserving={reserving} onLost={onLost} onPicking={onPicking} />;
}

/** The soonest end of what is held, and the wish for more time. */
function HeldUntil({ slots, onExpired }: { slots: readonly Slot[]; onExpired: () => void }) {
  const { t } = useTranslation("assign");
  const reserving = useReserve();
  const held = slots.map(({ reservation }) => reservation).filter((reservation) => reservation !== null);
  const first = held.toSorted((a, b) => a.expiresAt.localeCompare(b.expiresAt))[0];
  if (first === undefined) return null;
  const canExtend = Date.parse(first.extendableUntil) > Date.parse(first.expiresAt);
  return (
    <Group gap="xs">
      <ReservationCountdown
        expiresAt={first.expiresAt}
        serverOffsetMs={serverClock.offsetMs}
        labels={{
          left: (clock) => t("inventory.held", { clock }),
          fiveMinutes: t("inventory.fiveMinutes"),
          oneMinute: t("inventory.oneMinute"),
          expired: t("inventory.expired"),
        }}
        onExpired={onExpired}
      />
      {canExtend && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => void Promise.all(held.map(({ id }) => reserving.extend(id)))}
        >
          {t("inventory.extend")}
        </Button>
      )}
    </Group>
  );
}
