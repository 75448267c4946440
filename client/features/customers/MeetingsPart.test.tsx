import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { MeetingsPart } from "./MeetingsPart.tsx";

const settings = {
  __typename: "MeetingsSettings",
  url: "je.webex.com",
  timeZone: "Europe/London",
  hasPstnCallIn: true,
  version: 2,
};
const callIn = (phone: string, basis: string) => ({
  __typename: "MeetingsSite",
  defaultCallIn: { __typename: "DefaultCallIn", phone, basis, region: "EMEA" },
});
const customer = (meetings: object | null, meetingsSite: object | null) => ({
  customer: { __typename: "Customer", id: "cus_789", meetings, meetingsSite },
});

test("C25: the number of a Meetings site is dialled by a click", async () => {
  const operations = { CustomerMeetings: customer(settings, callIn("+442079460100", "COUNTRY")) };
  await renderPage(<MeetingsPart customerId="cus_789" />, { operations });
  expect(await screen.findByRole("link", { name: "+44 20 7946 0100" })).toHaveAttribute("href", "tel:+442079460100");
});

test("C27: a code alone is no number that could be dialled", async () => {
  const operations = { CustomerMeetings: customer(settings, callIn("+44", "CODE")) };
  await renderPage(<MeetingsPart customerId="cus_789" />, { operations });
  expect(await screen.findByText(/\+44 – no number/)).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
});

test("who has no site gets one, in the zone of its reseller", async () => {
  const done = { __typename: "SetMeetingsSitePayload", userErrors: [] };
  const { sent } = await renderPage(<MeetingsPart customerId="cus_789" />, {
    operations: {
      CustomerMeetings: customer(null, null),
      SetMeetingsSite: { setMeetingsSite: { ...done, ...customer(settings, callIn("+44", "CODE")) } },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Add site" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/^Site/), "je.webex.com");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("je.webex.com")).toBeVisible();
  expect(sent.at(-1)?.variables["input"]).toEqual({
    customerId: "cus_789",
    version: null,
    url: "je.webex.com",
    timeZone: "Europe/London",
    hasPstnCallIn: true,
  });
});
