import { gql } from "@apollo/client";
import { expect, test } from "vitest";
import { createCache } from "./cache.ts";

const runQuery = gql`
  query Run($id: ID!) {
    provisioningRun(id: $id) {
      id
      sequence
      state
      tasks {
        key
        state
      }
    }
  }
`;
const runEvent = gql`
  subscription Run($id: ID!) {
    provisioningRun(id: $id) {
      id
      sequence
      state
      tasks {
        key
        state
      }
    }
  }
`;
const variables = { id: "run_1" };

function run(sequence: number, state: string, taskState: string) {
  return {
    provisioningRun: {
      __typename: "ProvisioningRun",
      id: "run_1",
      sequence,
      state,
      tasks: [{ __typename: "ProvisioningTask", key: "assign_sim", state: taskState }],
    },
  };
}

test("a state of a run that was overtaken on its way is not put over a newer one", () => {
  const cache = createCache();
  cache.write({ query: runQuery, variables, dataId: "ROOT_QUERY", result: run(7, "RUNNING", "RUNNING") });
  cache.write({ query: runEvent, variables, dataId: "ROOT_SUBSCRIPTION", result: run(9, "SUCCEEDED", "SUCCEEDED") });
  cache.write({ query: runQuery, variables, dataId: "ROOT_QUERY", result: run(8, "RUNNING", "RETRYING") });
  expect(cache.readQuery({ query: runQuery, variables })).toEqual(run(9, "SUCCEEDED", "SUCCEEDED"));
});

const runWithServiceQuery = gql`
  query RunWithService($id: ID!) {
    provisioningRun(id: $id) {
      id
      sequence
      service {
        id
        state
        items {
          id
          state
        }
      }
    }
  }
`;

function runWithService(sequence: number, state: string, itemState: string) {
  const items = [{ __typename: "InventoryItem", id: "itm_1", state: itemState }];
  return {
    provisioningRun: {
      __typename: "ProvisioningRun",
      id: "run_1",
      sequence,
      service: { __typename: "Service", id: "svc_1", state, items },
    },
  };
}

test("what came with a state that was overtaken, its service and the items of it, is not put over the newer one either", () => {
  const cache = createCache();
  const write = (result: object): void =>
    void cache.write({ query: runWithServiceQuery, variables, dataId: "ROOT_QUERY", result });
  write(runWithService(7, "PENDING_FAILED", "RESERVED"));
  write(runWithService(13, "TERMINATED", "IN_STOCK"));
  write(runWithService(8, "PENDING_FAILED", "RESERVED"));
  expect(cache.readQuery({ query: runWithServiceQuery, variables })).toEqual(
    runWithService(13, "TERMINATED", "IN_STOCK"),
  );
});

test("a newer state replaces the whole run, and the same one again changes nothing", () => {
  const cache = createCache();
  cache.write({ query: runQuery, variables, dataId: "ROOT_QUERY", result: run(1, "QUEUED", "PENDING") });
  cache.write({ query: runEvent, variables, dataId: "ROOT_SUBSCRIPTION", result: run(2, "FAILED", "FAILED") });
  cache.write({ query: runEvent, variables, dataId: "ROOT_SUBSCRIPTION", result: run(2, "FAILED", "FAILED") });
  expect(cache.readQuery({ query: runQuery, variables })).toEqual(run(2, "FAILED", "FAILED"));
});

const customersQuery = gql`
  query Customers($search: String, $first: Int!, $after: String) {
    customers(search: $search, first: $first, after: $after) {
      nodes {
        id
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

function page(ids: readonly string[], endCursor: string | null) {
  return {
    customers: {
      __typename: "CustomerConnection",
      nodes: ids.map((id) => ({ __typename: "Customer", id })),
      pageInfo: { __typename: "PageInfo", endCursor, hasNextPage: endCursor !== null },
    },
  };
}

test("a page that comes twice or late is not put into the list again", () => {
  const cache = createCache();
  const write = (result: object, search: string, after: string | null): void =>
    void cache.writeQuery({ query: customersQuery, variables: { search, first: 2, after }, data: result });
  write(page(["cus_1", "cus_2"], "b"), "smith", null);
  write(page(["cus_3"], null), "smith", "b");
  write(page(["cus_3"], null), "smith", "b");
  write(page(["cus_9"], null), "jones", null);
  expect(cache.readQuery({ query: customersQuery, variables: { search: "smith", first: 2 } })).toEqual(
    page(["cus_1", "cus_2", "cus_3"], null),
  );
  expect(cache.readQuery({ query: customersQuery, variables: { search: "jones", first: 2 } })).toEqual(
    page(["cus_9"], null),
  );
});
