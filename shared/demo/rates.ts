import type { RateRoute } from "../call-route.ts";
import { parseCadence, type Cadence } from "../cadence.ts";
import type { LineType } from "../rate-deck.ts";
import { parsePercent, parseRate, type Rate } from "../rate.ts";
import type { RateOverride, SellingPlan } from "../selling-rate.ts";
import { customerId } from "./customers.ts";
import { demoId } from "./random.ts";
import { currencyOf, resellerId, resellerPath, type ResellerKey } from "./resellers.ts";

export interface DemoRate {
  readonly prefix: string;
  readonly route: RateRoute;
  readonly destination: string;
  readonly lineType: LineType | null;
  readonly ratePerMinute: Rate;
  readonly connectFee: Rate;
  readonly includedSeconds: number;
  readonly cadence: Cadence;
  readonly isBlocked: boolean;
}

export interface DemoDeck {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly number: number;
  readonly fileName: string;
  readonly currency: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly effectiveFrom: Date;
  readonly rates: readonly DemoRate[];
}

export interface DemoRatePlan extends SellingPlan {
  readonly id: string;
  readonly versionId: string;
  readonly buyerId: string;
  readonly resellerId: string;
  readonly path: string;
  readonly name: string;
  /** Null for whoever has no plan of their own. */
  readonly customerId: string | null;
  readonly effectiveFrom: Date;
  readonly createdBy: string;
}

export interface DemoRates {
  readonly deck: DemoDeck;
  readonly plans: readonly DemoRatePlan[];
}

/** What one carrier might ask: made up, and plausible. */
const carrier = `
1 United States & Canada 0.0048 6/6
1 United States & Canada 0.0079 6/6 premium
1876 Jamaica 0.0850 6/6
1876350 Jamaica Mobile 0.1450 6/6
20 Egypt 0.0980 60/1
27 South Africa 0.0210 60/60
2782 South Africa Mobile 0.0620 60/60
30 Greece 0.0070 1/1
3069 Greece Mobile 0.0120 1/1
31 Netherlands 0.0066 1/1
316 Netherlands Mobile 0.0180 1/1
32 Belgium 0.0075 1/1
324 Belgium Mobile 0.0210 1/1
33 France 0.0062 1/1
33 France 0.0093 1/1 premium
336 France Mobile 0.0145 1/1
337 France Mobile 0.0145 1/1
34 Spain 0.0059 1/1
346 Spain Mobile 0.0130 1/1
351 Portugal 0.0071 1/1
3519 Portugal Mobile 0.0165 1/1
353 Ireland 0.0068 1/1
3538 Ireland Mobile 0.0190 1/1
39 Italy 0.0064 1/1
393 Italy Mobile 0.0155 1/1
41 Switzerland 0.0120 1/1
417 Switzerland Mobile 0.0480 1/1
44 United Kingdom 0.0041 1/1
44 United Kingdom 0.0062 1/1 premium
441481 Guernsey 0.0110 1/1
441534 Jersey 0.0115 1/1
447 United Kingdom Mobile 0.0098 1/1
447 United Kingdom Mobile 0.0147 1/1 premium
4470 United Kingdom Personal Numbers 0.2900 60/60
45 Denmark 0.0060 1/1
46 Sweden 0.0055 1/1
467 Sweden Mobile 0.0140 1/1
47 Norway 0.0063 1/1
48 Poland 0.0072 1/1
49 Germany 0.0060 1/1
49 Germany 0.0090 1/1 premium
4915 Germany Mobile 0.0150 1/1
4916 Germany Mobile 0.0150 1/1
4917 Germany Mobile 0.0150 1/1
52 Mexico 0.0072 60/60
55 Brazil 0.0160 30/6
55 Brazil 0.0240 30/6 premium
5511 Brazil São Paulo 0.0090 30/6
55119 Brazil São Paulo Mobile 0.0350 30/6
61 Australia 0.0140 1/1
614 Australia Mobile 0.0330 1/1
81 Japan 0.0260 1/1
86 China 0.0115 6/6
91 India 0.0118 6/6
971 United Arab Emirates 0.1550 60/60
882 International Networks 4.9000 60/60 blocked
`;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** The operator's carrier, and what each tier puts on it down to two customers of Acme. */
export function demoRates(now: Date): DemoRates {
  const effectiveFrom = daysBefore(now, 60);
  return {
    deck: {
      id: demoId("rate-deck"),
      resellerId: resellerId("tierline"),
      path: resellerPath("tierline"),
      number: 1,
      fileName: "carrier.csv",
      currency: currencyOf("tierline"),
      createdAt: daysBefore(now, 61),
      createdBy: "Olivia Grant",
      effectiveFrom,
      rates: carrier
        .trim()
        .split("\n")
        .map((line) => rateOf(line.trim())),
    },
    plans: [
      planOf(effectiveFrom, "tierline", "Wholesale", { percent: "8" }),
      planOf(effectiveFrom, "nord", "Partners", { percent: "12", fixed: "0.0005" }),
      planOf(effectiveFrom, "acme", "Standard", { percent: "25", cadence: "60/60" }),
      planOf(effectiveFrom, "acme", "Key accounts", { percent: "10", own: { GB: "0.0062" } }, 789),
      planOf(effectiveFrom, "acme-north", "Standard", { percent: "20", cadence: "60/60" }),
      planOf(effectiveFrom, "beta", "Standard", { percent: "25", exchangeRate: "1.15" }),
    ],
  };
}

function rateOf(line: string): DemoRate {
  const [, prefix = "", destination = "", rate = "", cadence = "", word] =
    /^(\d+) (.+) ([\d.]+) (\d+\/\d+)(?: (blocked|premium))?$/.exec(line) ?? [];
  return {
    prefix,
    route: word === "premium" ? "PREMIUM" : "ANY",
    destination,
    lineType: destination.endsWith("Mobile") ? "MOBILE" : null,
    ratePerMinute: parseRate(rate) ?? 0n,
    connectFee: 0n,
    includedSeconds: 0,
    cadence: parseCadence(cadence) ?? { first: 60, step: 60, grace: 0 },
    isBlocked: word === "blocked",
  };
}

interface Terms {
  readonly percent: string;
  readonly fixed?: string;
  readonly cadence?: string;
  readonly exchangeRate?: string;
  /** By country. */
  readonly own?: Readonly<Record<string, string>>;
}

function planOf(effectiveFrom: Date, key: ResellerKey, name: string, terms: Terms, customer?: number): DemoRatePlan {
  const what = `rate-plan:${key}:${name}`;
  const overrides = Object.entries(terms.own ?? {}).map(([target, rate]): RateOverride => ({
    scope: "COUNTRY",
    target,
    ratePerMinute: parseRate(rate) ?? 0n,
  }));
  return {
    id: demoId(what),
    versionId: demoId(`${what}:version`),
    buyerId: demoId(`${what}:buyer`),
    resellerId: resellerId(key),
    path: resellerPath(key),
    name,
    markup: { fixed: parseRate(terms.fixed ?? "0") ?? 0n, percent: parsePercent(terms.percent) ?? 0n },
    cadence: terms.cadence === undefined ? null : parseCadence(terms.cadence),
    exchangeRate: terms.exchangeRate === undefined ? null : parseRate(terms.exchangeRate),
    overrides,
    customerId: customer === undefined ? null : customerId(customer),
    effectiveFrom,
    createdBy: "Olivia Grant",
  };
}
