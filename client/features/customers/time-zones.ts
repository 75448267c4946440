export const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** So many are drawn at once; typing narrows them down. */
export const listedMax = 60;
