/**
 * The address by which the person came. Kept because the auth client takes a mail link's tokens out of it as soon as it loads,
 * which may be before the page that has to know about them.
 */
export const arrival = {
  pathname: globalThis.location.pathname,
  search: globalThis.location.search,
  hash: globalThis.location.hash,
};
