import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SearchField } from "./SearchField.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function draw(value: string, onChange: (value: string) => void) {
  return (
    <MantineProvider>
      <SearchField label="Search customers" value={value} onChange={onChange} />
    </MantineProvider>
  );
}

test("typing is told once, when it pauses; Enter and Escape tell at once", () => {
  const onChange = vi.fn<(value: string) => void>();
  render(draw("", onChange));
  const field = screen.getByRole("searchbox", { name: "Search customers" });
  for (const value of ["j", "jo", "joh"]) fireEvent.change(field, { target: { value } });
  expect(onChange).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(200));
  expect(onChange.mock.calls).toEqual([["joh"]]);
  fireEvent.change(field, { target: { value: "john" } });
  fireEvent.keyDown(field, { key: "Enter" });
  fireEvent.keyDown(field, { key: "Escape" });
  act(() => vi.advanceTimersByTime(1_000));
  expect(onChange.mock.calls).toEqual([["joh"], ["john"], [""]]);
  expect(field).toHaveValue("");
});

test("a value that comes from outside, as by going back, replaces what stands there", () => {
  const onChange = vi.fn<(value: string) => void>();
  const { rerender } = render(draw("smith", onChange));
  rerender(draw("doe", onChange));
  act(() => vi.advanceTimersByTime(1_000));
  expect(screen.getByRole("searchbox")).toHaveValue("doe");
  expect(onChange).not.toHaveBeenCalled();
});

test("values that come back late don't undo what was typed since", () => {
  const onChange = vi.fn<(value: string) => void>();
  const { rerender } = render(draw("", onChange));
  const field = screen.getByRole("searchbox");
  for (const value of ["jo", "john"]) {
    fireEvent.change(field, { target: { value } });
    fireEvent.keyDown(field, { key: "Enter" });
  }
  rerender(draw("jo", onChange));
  expect(field).toHaveValue("john");
  rerender(draw("john", onChange));
  expect(field).toHaveValue("john");
  expect(onChange.mock.calls).toEqual([["jo"], ["john"]]);
});
