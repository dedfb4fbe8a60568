import type { UsccError } from '../../code/error.ts';
import type { AssessmentFault } from '../../messages/refusal/assessment-fault.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { RATE_DEFINITIONS } from '../rates.ts';
import type { RateDefinition } from '../report.ts';
import { type AssessmentRule, BUILT_IN_ASSESSMENTS, type PointsRule, type Text } from './assessments.ts';
import { parsePoints } from './points.ts';
import { parseTarget } from './target.ts';

const definitions: readonly string[] = RATE_DEFINITIONS;
const byUnit: readonly string[] = ['literal', 'erroneous'] satisfies RateDefinition[];
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;
const keys = ['name', 'title', 'source', 'caveat', 'definition', 'target', 'per', 'points'];
const mostRules = 100;

type Fields = Record<string, unknown>;

/**
 * Reads assessments of one's own: `{ "assessments": [rule, …] }`, where a rule has the fields of {@link AssessmentRule}; all but
 * `name` may be left out, texts may be one string for both languages, points and targets may be numbers.
 *
 * @param file its name, for the error
 * @throws {UsccError} `input`, naming the field, when it is anything else
 * @example parseAssessments('{"assessments":[{"name":"county","target":"0.005%","points":{"each":-0.1,"most":1}}]}')
 */
export function parseAssessments(json: string, file: string | null = null): AssessmentRule[] {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw faultIn(file, null, { kind: 'not-json', reason: (cause as Error).message }, cause);
  }
  const list = isFields(value) ? value.assessments : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > mostRules) {
    throw faultIn(file, null, { kind: 'not-list', limit: mostRules });
  }
  const taken = new Set<string>(BUILT_IN_ASSESSMENTS.map(({ name }) => name));
  return list.map((item: unknown, index) => {
    const at = `assessments[${index}]`;
    const rule = createReader(at, file).rule(item);
    if (taken.has(rule.name)) throw faultIn(file, `${at}.name`, { kind: 'name-taken', name: rule.name });
    taken.add(rule.name);
    return rule;
  });
}

function faultIn(file: string | null, at: string | null, fault: AssessmentFault, cause?: unknown): UsccError {
  return refuse('input', { kind: 'bad-assessments', file, at, fault }, cause === undefined ? {} : { cause });
}

function createReader(at: string, file: string | null) {
  const fail = (field: string, fault: AssessmentFault): never => {
    throw faultIn(file, field === '' ? at : `${at}.${field}`, fault);
  };

  const text = (fields: Fields, field: 'title' | 'source' | 'caveat'): { [field]?: Text } => {
    const value = fields[field];
    if (value === undefined) return {};
    if (typeof value === 'string') return { [field]: { zh: value, en: value } };
    if (isFields(value) && typeof value.zh === 'string' && typeof value.en === 'string') {
      return { [field]: { zh: value.zh, en: value.en } };
    }
    return fail(field, { kind: 'not-text' });
  };

  const points = (value: unknown): PointsRule | null => {
    if (value === undefined || value === null) return null;
    if (!isFields(value)) return fail('points', { kind: 'not-points' });
    const number = (key: string): string => {
      const written = typeof value[key] === 'number' ? String(value[key]) : value[key];
      if (typeof written === 'string' && parsePoints(written) !== null) return written;
      return fail(`points.${key}`, { kind: 'not-number' });
    };
    const shape = Object.keys(value).sort().join();
    const most = value.most === undefined ? '' : number('most');
    if (shape === 'each,most') return { each: number('each'), most: positive(most) };
    if (shape === 'met,missed,most') return { met: number('met'), missed: number('missed'), most: positive(most) };
    return fail('points', { kind: 'not-points' });
  };

  const positive = (most: string): string => {
    return (parsePoints(most) ?? 0n) > 0n ? most : fail('points.most', { kind: 'not-positive' });
  };

  const target = (value: unknown): string => {
    const written = value === undefined ? '0.01%' : String(value);
    try {
      if (typeof value === 'object') throw new TypeError();
      parseTarget(written);
    } catch {
      return fail('target', { kind: 'not-target', text: typeof value === 'object' ? JSON.stringify(value) : written });
    }
    return written;
  };

  const rule = (item: unknown): AssessmentRule => {
    if (!isFields(item)) return fail('', { kind: 'not-rule' });
    const { name, definition = 'literal', per = 'all' } = item;
    const strange = Object.keys(item).find((key) => !keys.includes(key));
    if (strange !== undefined) return fail(strange, { kind: 'unknown-field', fields: keys });
    if (typeof name !== 'string' || !namePattern.test(name)) return fail('name', { kind: 'not-name' });
    if (per !== 'all' && per !== 'unit') return fail('per', { kind: 'not-per' });
    const offered = per === 'unit' ? byUnit : definitions;
    if (typeof definition !== 'string' || !offered.includes(definition)) {
      return fail('definition', { kind: 'not-definition', definitions: offered, isByUnit: per === 'unit' });
    }
    return {
      name,
      ...text(item, 'title'),
      ...text(item, 'source'),
      ...text(item, 'caveat'),
      definition: definition as RateDefinition,
      target: target(item.target),
      per,
      points: points(item.points),
    };
  };

  return { rule };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
