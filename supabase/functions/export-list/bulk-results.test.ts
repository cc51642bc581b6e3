import { expect, it } from 'vitest';
import type { Cell } from '../_shared/exports/table.ts';
import { createFakeLists, userRow } from '../_shared/testing/lists.ts';
import { bulkResultsTable } from './bulk-results.ts';

const id = 'c0a80101-3f5b-4a55-9a63-5c1f7f2f1b01';
const row = { name: 'Asha Rao', email: 'asha@example.com', data: null };

it('says of each person what became of them, with what an export found', async () => {
  const { lists } = createFakeLists({
    bulk: {
      id,
      rows: [
        { ...row, row: 1, state: 'changed', outcome: 'enrolled' },
        { ...row, row: 2, name: null, state: 'refused', outcome: 'account_not_found' },
        { ...row, row: 3, state: 'waiting', outcome: null },
        { ...row, row: 4, state: 'changed', outcome: 'exported', data: userRow(7) },
      ],
    },
  });
  const { columns, pages } = await bulkResultsTable(lists, id);
  const rows: Cell[][] = [];
  for await (const page of pages) rows.push(...page);
  expect(columns.map(({ title }) => title).slice(0, 6)).toEqual([
    'Row',
    'Name',
    'E-mail',
    'Result',
    'What happened',
    'Phone',
  ]);
  expect(rows.map((cells) => cells.slice(3, 6))).toEqual([
    ['Changed', 'Enrolled.', null],
    ['Refused', 'Nobody has this address.', null],
    ['Waiting', null, null],
    ['Changed', 'Is in this file.', '+919876543210'],
  ]);
});

it('is refused for whom the job is not', async () => {
  await expect(bulkResultsTable(createFakeLists({}).lists, id)).rejects.toMatchObject({ status: 403 });
});
