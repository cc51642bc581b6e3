import { expect, it } from 'vitest';
import { changeRows } from './changes';
import { documentOf } from './rich-document';

it('says of each changed field what it was and will be', () => {
  expect(
    changeRows(
      { name: 'AI', price: 499_900, modules: ['a', 'b'], content: null, competencies: [] },
      {
        price: 599_950,
        modules: ['b'],
        content: documentOf(`New words ${'x'.repeat(200)}`),
        competencies: ['Judge', 'Build'],
        name: '',
      },
      (id) => `Module ${id}`,
    ),
  ).toEqual([
    { field: 'price', before: '₹4,999', after: '₹5,999.50' },
    { field: 'modules', before: 'Module a · Module b', after: 'Module b' },
    { field: 'content', before: '', after: `New words ${'x'.repeat(150)}…` },
    { field: 'competencies', before: '', after: 'Judge · Build' },
    { field: 'name', before: 'AI', after: '' },
  ]);
});
