import { maxImportBytes } from '@contracts/bulk-enrol.ts';
import { describe, expect, it } from 'vitest';
import { importFileFault, importUpload } from './import-file';
import { importTemplate } from './import-template';

describe('a chosen file', () => {
  it.each([
    ['students.csv', 12, null],
    ['STUDENTS.XLSX', 12, null],
    ['students.2026.csv', maxImportBytes, null],
    ['students.csv', maxImportBytes + 1, 'too_large'],
    ['students.csv', 0, 'empty'],
    ['students.xls', 12, 'wrong_type'],
    ['students.csv.pdf', 12, 'wrong_type'],
    ['students', 12, 'wrong_type'],
  ])('%s of %i bytes: %s', (name, size, fault) => {
    expect(importFileFault({ name, size })).toBe(fault);
  });

  it('must be there', () => {
    expect(importFileFault(null)).toBe('missing');
  });

  it('goes into the person’s own folder of the institution, as the type that its name says', () => {
    expect(importUpload('inst', 'me', 'one', 'csv')).toEqual({ path: 'inst/me/one.csv', contentType: 'text/csv' });
    expect(importUpload('inst', 'me', 'one', 'xlsx').path).toBe('inst/me/one.xlsx');
  });
});

it('begins the template with the mark by which Excel knows UTF-8, and holds no student', () => {
  expect(importTemplate).toBe('\uFEFFemail,full_name,roll_no,track\r\n');
});
