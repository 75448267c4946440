/**
 * The reseller in whose place the server is asked: the key in the page's address. One's own is nobody else's place; one below it has
 * the server answer as there, and tell both names of what is done. Another place is another page load, so that nothing of one is
 * kept in the other.
 */
export function placeHeader(pathname: string = location.pathname): Record<string, string> {
  const key = /^\/r\/([^/]+)/.exec(pathname)?.[1];
  return key === undefined ? {} : { "tierline-on-behalf-of": decodeURIComponent(key) };
}
