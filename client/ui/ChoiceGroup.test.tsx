import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { ChoiceCard, ChoiceGroup } from "./ChoiceGroup.tsx";

function Plans({ leadsOn = false }: { leadsOn?: boolean }) {
  const [plan, setPlan] = useState<string | null>("20");
  return (
    <ChoiceGroup label="Product" value={plan} onChange={setPlan} leadsOn={leadsOn}>
      <ChoiceCard value="5" title="Mobile - 5 GB">
        5 GB data
      </ChoiceCard>
      <ChoiceCard value="20" title="Mobile - 20 GB">
        20 GB data
      </ChoiceCard>
      <ChoiceCard value="1000" title="Fibre 1000" disabledReason="Not built at 12 Elm Road." />
    </ChoiceGroup>
  );
}

test("cards are radio buttons named by their title, chosen by a click anywhere on them", async () => {
  const user = userEvent.setup();
  render(<Plans />);
  expect(screen.getByRole("radiogroup", { name: "Product" })).toBeVisible();
  expect(screen.getByRole("radio", { name: "Mobile - 20 GB" })).toBeChecked();
  await user.click(screen.getByText("5 GB data"));
  expect(screen.getByRole("radio", { name: "Mobile - 5 GB" })).toBeChecked();
});

test("the arrow keys choose the next card", async () => {
  const user = userEvent.setup();
  render(<Plans />);
  await user.tab();
  await user.keyboard("{ArrowUp}");
  expect(screen.getByRole("radio", { name: "Mobile - 5 GB" })).toBeChecked();
});

test("where a choice leads on at once the arrow keys only walk, round the ends too, and Enter chooses", async () => {
  const user = userEvent.setup();
  render(<Plans leadsOn />);
  await user.tab();
  await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}");
  expect(screen.getByRole("radio", { name: "Mobile - 5 GB" })).toHaveFocus();
  expect(screen.getByRole("radio", { name: "Mobile - 20 GB" })).toBeChecked();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("radio", { name: "Mobile - 5 GB" })).toBeChecked();
});

test("a card that can't be chosen says why and leaves the choice as it was", async () => {
  const user = userEvent.setup();
  render(<Plans />);
  const fibre = screen.getByRole("radio", { name: "Fibre 1000" });
  expect(fibre).toHaveAccessibleDescription("Not built at 12 Elm Road.");
  await user.click(fibre);
  expect(screen.getByRole("radio", { name: "Mobile - 20 GB" })).toBeChecked();
});
