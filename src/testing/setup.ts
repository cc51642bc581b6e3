import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

// jsdom has no layout; these are what Mantine and the theme ask of a browser.
globalThis.matchMedia = (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// Fields that grow with their text look again when a font has come.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
globalThis.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
