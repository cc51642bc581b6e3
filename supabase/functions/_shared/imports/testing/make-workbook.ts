import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet from the XML between `sheetData`, for what is too large or too odd to keep as a file. */
export async function makeWorkbook(
  sheetData: string,
  strings: readonly string[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (content: string) => `<Relationships xmlns="${packaged}">${content}</Relationships>`;
  const items = strings.map((text) => `<si><t>${text}</t></si>`).join('');
  const parts = {
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r2', 'worksheet', 'worksheets/sheet1.xml') + relation('r3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${items}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  const archive = new ZipWriter(new Uint8ArrayWriter(), { level: 1, useWebWorkers: false });
  for (const [name, xml] of Object.entries(parts)) await archive.add(name, new TextReader(xml));
  return await archive.close();
}

export const sheetRow = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
