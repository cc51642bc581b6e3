import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

// Each area's texts are a chunk of their own, loaded with the first page that needs them.
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, callback) => {
    const load = files[`./locales/${language}/${area}.json`];
    if (load === undefined) {
      callback(new Error(`No texts for ${language}/${area}`), null);
      return;
    }
    load().then(
      (texts) => callback(null, texts),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Settles when the common texts are there. */
export function startI18n() {
  return i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
}
