import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Report } from '../../src/check/report.ts';

const validators = new Map<string, ValidateFunction>();

/** The shipped schema lets later versions add fields; here a field that it does not know is one that was forgotten. */
function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (typeof node !== 'object' || node === null) return node;
  const closed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, close(value)]));
  return 'properties' in closed && !('additionalProperties' in closed)
    ? { ...closed, additionalProperties: false }
    : closed;
}

/** Expects a value to be a report by the shipped schema, no more and no less, and gives it back. */
export function expectReport(value: unknown): Report {
  return expectShape('uscc-report-1', value) as Report;
}

/** The same by another shipped schema. */
export function expectShape(name: string, value: unknown): unknown {
  const file = new URL(`../../src/report/${name}.schema.json`, import.meta.url);
  const validate =
    validators.get(name) ??
    new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
      close(JSON.parse(readFileSync(file, 'utf8'))) as object,
    );
  validators.set(name, validate);
  // As it is printed: what is undefined is absent.
  validate(JSON.parse(JSON.stringify(value)));
  expect(validate.errors ?? []).toEqual([]);
  return value;
}
