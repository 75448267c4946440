import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../testkit/render-page.tsx";
import { QueryState } from "./QueryState.tsx";

function failed(code: string, requestId?: string) {
  return new CombinedGraphQLErrors({ errors: [{ message: "(server)", extensions: { code, requestId } }] });
}

function shown(result: { data?: string; error?: unknown; loading?: boolean }, refetch = vi.fn<() => void>()) {
  return renderPage(<QueryState result={{ loading: false, refetch, ...result }}>{(data) => <p>{data}</p>}</QueryState>);
}

test("what is there is shown, also while it is asked for again or could not be", async () => {
  await shown({ data: "John Smith", loading: true, error: failed("INTERNAL") });
  expect(await screen.findByText("John Smith")).toBeInTheDocument();
});

test("a right that is missing is said, with who can help", async () => {
  await shown({ error: failed("FORBIDDEN") });
  expect(await screen.findByText("Not for your role")).toBeInTheDocument();
});

test("not found is one page for what never was and what is another tier's", async () => {
  await shown({ error: failed("NOT_FOUND") });
  expect(await screen.findByRole("heading", { name: "Not found", level: 1 })).toBeInTheDocument();
});

test("a fault says what happened, the number for support, and offers to try again", async () => {
  const refetch = vi.fn<() => void>();
  await shown({ error: failed("INTERNAL", "req_7") }, refetch);
  expect(await screen.findByRole("alert")).toHaveTextContent("req_7");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledOnce();
});

test("a server that cannot be reached is not called by its technical name", async () => {
  await shown({ error: new TypeError("Failed to fetch") });
  expect(await screen.findByRole("alert")).toHaveTextContent("The server cannot be reached.");
  expect(screen.queryByText(/fetch/)).not.toBeInTheDocument();
});
