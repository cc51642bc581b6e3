import { describe, expect, it } from 'vitest';
import { readParams, sayableKind } from './notification-params';

describe('readParams', () => {
  it('keeps what it knows and drops what has another shape', () => {
    expect(readParams({ total: 590_000, track_id: 7, institution_name: 'Sample', secret: 'x' })).toEqual({
      total: 590_000,
      institution_name: 'Sample',
    });
  });

  it.each([null, 'text', [1], 3])('takes %j for nothing', (params) => {
    expect(readParams(params)).toEqual({});
  });
});

describe('sayableKind', () => {
  it.each([
    ['exam_passed', {}, 'exam_passed'],
    ['lead_new', { institution_name: 'Sample' }, 'lead_new'],
    ['lead_new', {}, null],
    ['import_done', { file_name: 'a.csv', enrolled: 0, refused: 0 }, 'import_done'],
    ['import_done', { file_name: 'a.csv', enrolled: 1 }, null],
    ['identity_refused', { reason: 'Not readable' }, 'identity_refused'],
    ['something_else', {}, null],
    ['toString', {}, null],
  ])('says of %s with %j: %s', (kind, params, said) => {
    expect(sayableKind(kind, params)).toBe(said);
  });
});
