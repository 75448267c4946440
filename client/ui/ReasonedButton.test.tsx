import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ReasonedButton } from "./ReasonedButton.tsx";

test("a button with a reason against it can be reached, says the reason and does nothing", async () => {
  const user = userEvent.setup();
  const onClick = vi.fn<() => void>();
  const onSubmit = vi.fn<(event: React.FormEvent) => void>((event) => event.preventDefault());
  render(
    <MantineProvider>
      <form onSubmit={onSubmit}>
        <ReasonedButton type="submit" disabledReason="The reservation has expired." onClick={onClick}>
          Confirm & provision
        </ReasonedButton>
      </form>
    </MantineProvider>,
  );
  await user.tab();
  const button = screen.getByRole("button", { name: "Confirm & provision" });
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription("The reservation has expired.");
  await user.click(button);
  await user.keyboard("{Enter}");
  expect(onClick).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
});

test("without a reason it is an ordinary button", async () => {
  const user = userEvent.setup();
  const onClick = vi.fn<() => void>();
  render(
    <MantineProvider>
      <ReasonedButton disabledReason={null} onClick={onClick}>
        Roll back
      </ReasonedButton>
    </MantineProvider>,
  );
  await user.click(screen.getByRole("button", { name: "Roll back" }));
  expect(onClick).toHaveBeenCalledOnce();
});
