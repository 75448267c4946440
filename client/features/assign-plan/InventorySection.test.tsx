import { Observable } from "@apollo/client";
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { InventorySection } from "./InventorySection.tsx";
import type { Slot } from "./use-draft.ts";

const silence = new Observable(() => undefined) as unknown as Answer;

const requirement = {
  __typename: "InventoryRequirement",
  slot: "SIM Card",
  label: "SIM Card",
  isRequired: true,
  available: 12,
  template: {
    __typename: "InventoryTemplate",
    id: "tpl_1",
    key: "sim-card",
    label: "SIM Card",
    identifierKind: "ICCID",
  },
} as unknown as Slot["requirement"];

const reservation = {
  __typename: "Reservation",
  id: "rsv_1",
  expiresAt: "2099-01-01T00:15:00.000Z",
  extendableUntil: "2099-01-01T01:00:00.000Z",
  item: {
    __typename: "InventoryItem",
    id: "itm_1",
    label: "SIM-00123",
    identifier: "8944200012345678000",
    templateId: "tpl_1",
  },
} as unknown as NonNullable<Slot["reservation"]>;

function GivenBack({ first }: { first: Slot["reservation"] }) {
  const [held, setHeld] = useState(first);
  return (
    <>
      <InventorySection
        slots={[{ requirement, reservation: held }]}
        mayHold
        onLost={() => undefined}
        onPicking={() => undefined}
      />
      <button type="button" onClick={() => setHeld(null)}>
        Give back
      </button>
    </>
  );
}

const refused = {
  reserveInventoryItem: { __typename: "ReserveInventoryItemPayload", reservation: null, userErrors: [] },
};

test("O18: the best free item of an empty slot is held without being asked for, once", async () => {
  const page = await renderPage(<GivenBack first={null} />, {
    operations: { ReserveItem: refused, PickerStock: silence },
  });
  await waitFor(() => expect(page.sent.filter(({ name }) => name === "ReserveItem")).toHaveLength(1));
});

test("O18: what was held and is given back is not silently held again", async () => {
  const page = await renderPage(<GivenBack first={reservation} />, {
    operations: { ReserveItem: refused, PickerStock: silence },
  });
  await screen.findByText(/Reserved for you/);
  screen.getByRole("button", { name: "Give back" }).click();
  await waitFor(() => expect(screen.queryByText(/Reserved for you/)).toBeNull());
  expect(page.sent.filter(({ name }) => name === "ReserveItem")).toEqual([]);
});
