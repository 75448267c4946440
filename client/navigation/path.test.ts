import { expect, test } from "vitest";
import { path } from "./path.ts";

test("every address of the console", () => {
  expect({
    signIn: path.signIn("/r/acme/runs"),
    home: path.home("acme"),
    customers: path.customers("acme", { search: "john smith", kind: "BUSINESS", empty: "" }),
    newCustomer: path.newCustomer("acme", { name: "Jon" }),
    customer: path.customer("acme", "cus_1", "services"),
    catalog: path.catalog("acme", { kind: "ADDON" }),
    offering: path.offering("acme", "mobile-20gb"),
    assign: path.assign("acme", { product: "mobile-20gb", customer: "cus_1" }),
    services: path.services("acme"),
    service: path.service("acme", "svc_1"),
    inventory: path.inventory("acme", { template: "sim-card" }),
    item: path.item("acme", "itm_1"),
    addItems: path.addItems("acme", { template: "sim-card" }),
    templates: path.templates("acme"),
    runs: path.runs("acme", { state: "FAILED" }),
    run: path.run("acme", "run_1"),
    resellers: path.resellers("acme", { state: "PENDING" }),
    newReseller: path.newReseller("acme", { parent: "rsl_1" }),
    resellerNode: path.resellerNode("acme", "rsl_1", "activity"),
    playbooks: path.playbooks("acme"),
    playbook: path.playbook("acme", "mobile-20gb"),
    connectors: path.connectors("acme"),
    lab: path.lab("acme"),
  }).toEqual({
    signIn: "/sign-in?next=%2Fr%2Facme%2Fruns",
    home: "/r/acme",
    customers: "/r/acme/customers?search=john+smith&kind=BUSINESS",
    newCustomer: "/r/acme/customers/new?name=Jon",
    customer: "/r/acme/customers/cus_1?tab=services",
    catalog: "/r/acme/catalog?kind=ADDON",
    offering: "/r/acme/catalog/mobile-20gb",
    assign: "/r/acme/assign?product=mobile-20gb&customer=cus_1",
    services: "/r/acme/services",
    service: "/r/acme/services/svc_1",
    inventory: "/r/acme/inventory?template=sim-card",
    item: "/r/acme/inventory/items/itm_1",
    addItems: "/r/acme/inventory/add?template=sim-card",
    templates: "/r/acme/inventory/templates",
    runs: "/r/acme/runs?state=FAILED",
    run: "/r/acme/runs/run_1",
    resellers: "/r/acme/resellers?state=PENDING",
    newReseller: "/r/acme/resellers/new?parent=rsl_1",
    resellerNode: "/r/acme/resellers/rsl_1?tab=activity",
    playbooks: "/r/acme/playbooks",
    playbook: "/r/acme/playbooks/mobile-20gb",
    connectors: "/r/acme/connectors",
    lab: "/r/acme/lab",
  });
});

test("what comes from data cannot leave its place in an address", () => {
  expect(path.customer("a/b", "../x?y#z")).toBe("/r/a%2Fb/customers/..%2Fx%3Fy%23z");
});
