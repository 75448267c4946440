/** Where what was read in one place must not be shown in another, the way there is a page load. */
export const pageLoad = {
  to(href: string): void {
    window.location.assign(href);
  },
};
