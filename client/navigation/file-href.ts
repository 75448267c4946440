/** The file with the same rows; a link sets no header, so the reseller one works for stands in it as the header would say it. */
export function listHref(list: string, filter: object, reseller: string | null): string {
  return inPlace(`/exports/${list}.csv`, reseller, filter);
}

export function fileHref(id: string, reseller: string | null): string {
  return inPlace(`/exports/${id}.csv`, reseller);
}

export function inPlace(address: string, reseller: string | null, query: object = {}): string {
  const parts = Object.entries({ ...query, ...(reseller !== null && { "tierline-on-behalf-of": reseller }) });
  if (parts.length === 0) return address;
  return `${address}?${new URLSearchParams(parts.map(([key, value]) => [key, String(value)]))}`;
}
