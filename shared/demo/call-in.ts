import type { CallInNumber, CallInRegionKey } from "../call-in-region.ts";

const available = (country: string, phone: string): CallInNumber => ({ country, phone, isAvailable: true });

/** Of ranges that are kept for fiction, where a country has such a range. */
export const demoCallInNumbers: Readonly<Record<CallInRegionKey, readonly CallInNumber[]>> = {
  AMER: [available("US", "+14155550100"), available("US", "+12125550199"), available("CA", "+14165550123")],
  APAC: [],
  ANZ: [available("AU", "+61255500100")],
  EMEA: [available("GB", "+442079460100")],
  EURO: [available("DE", "+4930231250"), available("FR", "+33199000100")],
};
