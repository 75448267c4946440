import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReservationCountdown } from "./ReservationCountdown.tsx";

const labels = {
  left: (clock: string) => `Reserved for you ${clock}`,
  fiveMinutes: "5 minutes left",
  oneMinute: "1 minute left",
  expired: "Reservation expired",
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-11-21T12:00:00Z");
});
afterEach(() => {
  vi.useRealTimers();
});

test("it counts by the server's clock, speaks at five minutes and at one, and tells its end once", () => {
  const onExpired = vi.fn<() => void>();
  render(
    <MantineProvider>
      <ReservationCountdown
        expiresAt="2026-11-21T12:06:30Z"
        serverOffsetMs={60_000}
        labels={labels}
        onExpired={onExpired}
      />
    </MantineProvider>,
  );
  expect(screen.getByRole("timer")).toHaveTextContent("Reserved for you 5:30");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  advance(31_000);
  expect(screen.getByRole("status")).toHaveTextContent("5 minutes left");
  advance(30_000);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  advance(210_000);
  expect(screen.getByRole("status")).toHaveTextContent("1 minute left");
  expect(onExpired).not.toHaveBeenCalled();
  advance(90_000);
  expect(screen.getByRole("timer")).toHaveTextContent("Reservation expired");
  expect(onExpired).toHaveBeenCalledOnce();
});

function advance(ms: number): void {
  act(() => vi.advanceTimersByTime(ms));
}
