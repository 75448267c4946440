import { Notifications } from "@mantine/notifications";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../testkit/render-page.tsx";
import { ReportProblem } from "./ReportProblem.tsx";

const services = [{ id: "svc_1", name: "Mobile - 789" }];

const payload = (contactsTold: number) => ({
  reportProblem: {
    __typename: "ProblemPayload",
    problem: {
      __typename: "Problem",
      id: "prb_1",
      state: "OPEN",
      text: "No signal",
      application: null,
      reporter: "Jane Doe",
      createdAt: "2026-11-20T10:00:00.000Z",
      closing: null,
      contactsTold,
      customer: { __typename: "Customer", id: "cus_1", label: "Johnson (ID: 789)" },
      service: null,
    },
    userErrors: [],
  },
});

async function report(contactsTold: number) {
  const onReported = vi.fn();
  const { sent } = await renderPage(
    <>
      <Notifications />
      <ReportProblem services={services} onClose={() => undefined} onReported={onReported} />
    </>,
    { operations: { ReportProblem: payload(contactsTold) } },
  );
  await userEvent.click(await screen.findByRole("combobox", { name: "Service" }));
  await userEvent.click(await screen.findByRole("option", { name: "Mobile - 789" }));
  await userEvent.type(screen.getByLabelText(/What does not work/), "No signal");
  await userEvent.click(screen.getByRole("button", { name: "Report it" }));
  return { sent, onReported };
}

test("M6: whoever reports a problem learns how many support contacts were told", async () => {
  const { sent, onReported } = await report(3);
  expect(await screen.findByText("Reported to 3 support contacts")).toBeVisible();
  expect(onReported).toHaveBeenCalledOnce();
  expect(sent[0]?.variables["input"]).toMatchObject({ serviceId: "svc_1", text: "No signal", application: null });
});

test("M6: whoever reports a problem of which no contact hears learns who is told instead", async () => {
  await report(0);
  expect(await screen.findByText("Nobody is named as a support contact, so the reseller is told.")).toBeVisible();
});
