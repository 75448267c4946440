import { digitsOf } from "../phone-number.ts";
import type { CallState } from "../call.ts";
import type { DemoCustomer, DemoService, DemoWorld } from "./model.ts";
import { seededRandom, seedOf } from "./random.ts";

export interface DemoCall {
  /** Names it for ever. */
  readonly key: string;
  readonly serviceId: string;
  readonly customerId: string;
  readonly caller: string;
  /** Digits with the country code. */
  readonly called: string;
  readonly state: Extract<CallState, "ANSWERED" | "NO_ANSWER" | "BUSY">;
  readonly startedAt: Date;
  /** Null for a call that nobody answered. */
  readonly answeredAt: Date | null;
  readonly endedAt: Date;
  /** From the answer on. */
  readonly seconds: number;
}

/** For how many days back the demo world has books: prices and rates are in force by then. */
export const demoBookDays = 58;

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Numbers that are kept free for stories, as far as a country has some. */
const numbers: Readonly<Record<string, readonly string[]>> = {
  GB: ["4420794609##", "4416174960##", "4477009002##"],
  FR: ["331990001##", "336399801##"],
  DE: ["4930231250##", "4917139200##"],
  BR: ["55114002890#", "551198765432#"],
};
const abroad = ["353209100#12", "1212555010#", "34912345##6", "393123456##0", "91225550##34", "3222570##1"] as const;

/** Where nobody has dialled for a while, people call about ten times a week from work and three times from home. */
const callsADay = { BUSINESS: 2.4, INDIVIDUAL: 0.5 } as const;

/** What was called from the lines that are in use, the same at every start; the last of them a few minutes ago. */
export function demoCalls({ services, customers, items, now }: DemoWorld): DemoCall[] {
  const customerOf = new Map(customers.map((each) => [each.id, each]));
  return services
    .filter(({ state, serviceType }) => state === "ACTIVE" && (serviceType === "VOIP" || serviceType === "MOBILE"))
    .flatMap((service) => {
      const customer = customerOf.get(service.customerId);
      const number = items.find((item) => item.serviceId === service.id && item.identifierKind === "PHONE_NUMBER");
      return customer === undefined ? [] : callsOf(service, customer, digitsOf(number?.identifier ?? ""), now);
    })
    .toSorted((one, other) => one.startedAt.getTime() - other.startedAt.getTime());
}

function callsOf(service: DemoService, customer: DemoCustomer, caller: string, now: Date): DemoCall[] {
  const random = seededRandom(seedOf(`calls:${service.account}`));
  const pick = <T>(choices: readonly [T, ...T[]] | readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const end = now.getTime() - 3 * minuteMs;
  const calls: DemoCall[] = [];
  for (let day = demoBookDays - 1; day >= 0; day -= 1) {
    const count = Math.floor(random() * 2 * callsADay[customer.kind] + random());
    for (let nth = 0; nth < count; nth += 1) {
      const startedAt = now.getTime() - day * dayMs - Math.floor(random() * 0.4 * dayMs) - 5 * minuteMs;
      const isAnswered = random() < 0.86;
      const seconds = isAnswered ? Math.ceil(-180 * Math.log(1 - random())) : 0;
      const called = random() < 0.82 ? pick(numbers[customer.homeCountry] ?? abroad) : pick(abroad);
      const digits = called.replaceAll("#", () => String(Math.floor(random() * 10)));
      const answeredAt = startedAt + Math.ceil(3 + random() * 14) * 1000;
      const endedAt = answeredAt + seconds * 1000;
      if (startedAt <= service.createdAt.getTime() || endedAt > end) continue;
      calls.push({
        key: `${service.account}-${day}-${nth}`,
        serviceId: service.id,
        customerId: service.customerId,
        caller: caller === "" ? service.account : caller,
        called: digits,
        state: isAnswered ? "ANSWERED" : pick(["NO_ANSWER", "NO_ANSWER", "BUSY"]),
        startedAt: new Date(startedAt),
        answeredAt: isAnswered ? new Date(answeredAt) : null,
        endedAt: new Date(endedAt),
        seconds,
      });
    }
  }
  return calls;
}
