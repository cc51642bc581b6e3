import { UnreadableFile } from '../unreadable-file.ts';
import type { Archive } from './archive.ts';
import { allXmlValues } from './xml-values.ts';

export type WorkbookParts = {
  /** The first worksheet that shows. */
  sheet: string;
  strings: string | null;
  styles: string | null;
  /** Days are counted from 1904, as early Macs did. */
  since1904: boolean;
};

type Relation = { id: string; kind: string; target: string };

/** How the parts belong together. Targets are written from the folder of the part that names them. */
async function readRelations(archive: Archive, folder: string, part: string): Promise<Relation[]> {
  const path = `${folder}_rels/${part}.rels`;
  if (!archive.has(path)) return [];
  return await allXmlValues<Relation>(archive.read(path), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return undefined;
      return { id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) };
    },
  });
}

const resolve = (folder: string, target: string) =>
  decodeURI(new URL(target, `zip:///${folder}`).pathname).replace(/^\/+/, '');

/** Finds the parts of a workbook. An archive of anything else is not one. */
export async function findParts(archive: Archive): Promise<WorkbookParts> {
  const book = (await readRelations(archive, '', '')).find(({ kind }) => kind === 'officeDocument')?.target;
  if (book === undefined || !book.endsWith('.xml')) throw new UnreadableFile('wrong_type');
  const at = book.lastIndexOf('/') + 1;
  const relations = await readRelations(archive, book.slice(0, at), book.slice(at));
  const { sheets, since1904 } = await readBook(archive, book);
  const worksheets = relations.filter(({ kind }) => kind === 'worksheet');
  const sheet = sheets.flatMap((id) => worksheets.find((relation) => relation.id === id) ?? [])[0];
  if (!sheet) throw new UnreadableFile('broken_workbook');
  const target = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? null;
  return { sheet: sheet.target, strings: target('sharedStrings'), styles: target('styles'), since1904 };
}

async function readBook(archive: Archive, path: string): Promise<{ sheets: string[]; since1904: boolean }> {
  let since1904 = false;
  let root: string | null = null;
  const sheets = await allXmlValues<string>(archive.read(path), {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden$/i.test(attributes.state ?? '')) return undefined;
      return attributes.id;
    },
  });
  // A text document or a presentation.
  if (root !== 'workbook') throw new UnreadableFile('wrong_type');
  return { sheets, since1904 };
}
