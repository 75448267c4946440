import { ApolloClient, ApolloLink, gql, Observable, type TypedDocumentNode } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCache } from "./cache.ts";
import { connection } from "./connection.ts";
import { useLive } from "./use-live.ts";

interface RunData {
  provisioningRun: { __typename: "ProvisioningRun"; id: string; sequence: number; state: string };
}
type Document = TypedDocumentNode<RunData, { id: string }>;

const query: Document = gql`
  query Run($id: ID!) {
    provisioningRun(id: $id) {
      id
      sequence
      state
    }
  }
`;
const subscription: Document = gql`
  subscription RunChanged($id: ID!) {
    provisioningRun(id: $id) {
      id
      sequence
      state
    }
  }
`;

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  connection.set("idle");
  vi.useRealTimers();
});

function scene() {
  let asked = 0;
  let push: (data: RunData) => void = () => undefined;
  const link = new ApolloLink(
    ({ operationName }) =>
      new Observable((observer) => {
        if (operationName === "RunChanged") {
          push = (data) => observer.next({ data });
          return;
        }
        asked += 1;
        observer.next({ data: run(asked, "QUEUED") });
        observer.complete();
      }),
  );
  function Page() {
    const { data } = useLive({ query, subscription, variables: { id: "run_1" } });
    return <p>{data?.provisioningRun.state ?? "–"}</p>;
  }
  render(
    <ApolloProvider client={new ApolloClient({ link, cache: createCache() })}>
      <Page />
    </ApolloProvider>,
  );
  return { asked: () => asked, push: (data: RunData) => act(async () => push(data)) };
}

function run(sequence: number, state: string): RunData {
  return { provisioningRun: { __typename: "ProvisioningRun", id: "run_1", sequence, state } };
}

test("what is pushed is shown without asking again; what was overtaken is not", async () => {
  const { asked, push } = scene();
  await screen.findByText("QUEUED");
  await push(run(5, "RUNNING"));
  expect(await screen.findByText("RUNNING")).toBeInTheDocument();
  await push(run(4, "WAITING"));
  await act(async () => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByText("RUNNING")).toBeInTheDocument();
  expect(asked()).toBe(1);
});

test("where no socket can be had the page asks, never faster than every two seconds, and stops when it is back", async () => {
  const { asked } = scene();
  await screen.findByText("QUEUED");
  act(() => connection.set("polling"));
  await act(async () => vi.advanceTimersByTimeAsync(10_500));
  expect(asked()).toBeGreaterThanOrEqual(5);
  expect(asked()).toBeLessThanOrEqual(6);
  act(() => connection.set("live"));
  const before = asked();
  await act(async () => vi.advanceTimersByTimeAsync(10_000));
  expect(asked()).toBe(before);
});
