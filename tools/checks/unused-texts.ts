import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

type Texts = { [key: string]: string | Texts | unknown[] };

const plural = /_(zero|one|two|few|many|other)$/;

function keysOf(texts: Texts, parent = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const key = parent === '' ? name : `${parent}.${name}`;
    return typeof value === 'object' && !Array.isArray(value) ? keysOf(value, key) : [key];
  });
}

/** How a source names keys: whole, or by a template's fixed beginning or end, such as `status.${status}` or `${purpose}.title`. */
function namesIn(source: string) {
  const all = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''));
  return {
    whole: all(/['"]([A-Za-z][\w.]*)['"]/g),
    beginnings: [...all(/`([A-Za-z][\w.]*\.)\$\{/g)],
    ends: [...all(/\$\{[^}`]*\}(\.[\w.]+)`/g)],
  };
}

/** Keys that no source names. That every named key exists is for the type checker. */
export function unusedTexts(texts: Texts, source: string): string[] {
  const { whole, beginnings, ends } = namesIn(source);
  return keysOf(texts).filter((key) => {
    const asked = key.replace(plural, '');
    // A list or a group of texts may be asked for as a whole.
    const groups = asked.split('.').map((_part, index, parts) => parts.slice(0, index + 1).join('.'));
    const named = groups.some((group) => whole.has(group) && (group === asked || group.includes('.')));
    return !named && !beginnings.some((part) => asked.startsWith(part)) && !ends.some((part) => asked.endsWith(part));
  });
}

/** Every unused text of the app as `area:key`. */
export function checkTexts(root: string): string[] {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.includes('.test.') && !file.startsWith('src/types/'),
  );
  const source = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  return globSync('src/lib/i18n/locales/en/*.json', { cwd: root }).flatMap((file) =>
    unusedTexts(JSON.parse(readFileSync(join(root, file), 'utf8')), source).map(
      (key) => `${basename(file, '.json')}:${key}`,
    ),
  );
}
