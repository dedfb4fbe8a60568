import type { CreateReportWriter } from './report-writer.ts';

/** Characters that JSON may hold as they are but a terminal obeys. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON that is safe to print; parsing it gives the value back. */
export function renderJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(
    OBEYED,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** The report as one JSON object. */
export const createJsonWriter: CreateReportWriter = (write) => ({
  duplicateGroups: 0,
  addFindings() {},
  addDuplicates() {},
  finish: (report) => write(`${renderJson(report)}\n`),
});
