import { UsccError } from '../../code/error.ts';
import { type AssessmentFileMessages, assessmentFileMessagesFor } from '../../messages/assessment-file/index.ts';
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
 * @throws {UsccError} `input`, naming the field, when it is anything else
 * @example parseAssessments('{"assessments":[{"name":"county","target":"0.005%","points":{"each":-0.1,"most":1}}]}', 'en')
 */
export function parseAssessments(json: string, lang: 'zh' | 'en'): AssessmentRule[] {
  const messages = assessmentFileMessagesFor(lang);
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsccError('input', messages.notJson((error as Error).message), { cause: error });
  }
  const list = isFields(value) ? value.assessments : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > mostRules) {
    throw new UsccError('input', messages.notList(mostRules));
  }
  const taken = new Set<string>(BUILT_IN_ASSESSMENTS.map(({ name }) => name));
  return list.map((item: unknown, index) => {
    const rule = createReader(`assessments[${index}]`, messages).rule(item);
    if (taken.has(rule.name)) {
      throw new UsccError('input', `assessments[${index}].name: ${messages.nameTaken(rule.name)}`);
    }
    taken.add(rule.name);
    return rule;
  });
}

function createReader(at: string, messages: AssessmentFileMessages) {
  const refuse = (field: string, reason: string): never => {
    throw new UsccError('input', `${at}${field === '' ? '' : `.${field}`}: ${reason}`);
  };

  const text = (fields: Fields, field: 'title' | 'source' | 'caveat'): { [field]?: Text } => {
    const value = fields[field];
    if (value === undefined) return {};
    if (typeof value === 'string') return { [field]: { zh: value, en: value } };
    if (isFields(value) && typeof value.zh === 'string' && typeof value.en === 'string') {
      return { [field]: { zh: value.zh, en: value.en } };
    }
    return refuse(field, messages.notText);
  };

  const points = (value: unknown): PointsRule | null => {
    if (value === undefined || value === null) return null;
    if (!isFields(value)) return refuse('points', messages.notPoints);
    const number = (key: string): string => {
      const written = typeof value[key] === 'number' ? String(value[key]) : value[key];
      if (typeof written === 'string' && parsePoints(written) !== null) return written;
      return refuse(`points.${key}`, messages.notNumber);
    };
    const shape = Object.keys(value).sort().join();
    const most = value.most === undefined ? '' : number('most');
    if (shape === 'each,most') return { each: number('each'), most: positive(most) };
    if (shape === 'met,missed,most') return { met: number('met'), missed: number('missed'), most: positive(most) };
    return refuse('points', messages.notPoints);
  };

  const positive = (most: string): string => {
    return (parsePoints(most) ?? 0n) > 0n ? most : refuse('points.most', messages.notPositive);
  };

  const target = (value: unknown): string => {
    const written = value === undefined ? '0.01%' : String(value);
    try {
      if (typeof value === 'object') throw new TypeError();
      parseTarget(written);
    } catch {
      return refuse('target', messages.notTarget(typeof value === 'object' ? JSON.stringify(value) : written));
    }
    return written;
  };

  const rule = (item: unknown): AssessmentRule => {
    if (!isFields(item)) return refuse('', messages.notRule);
    const { name, definition = 'literal', per = 'all' } = item;
    const strange = Object.keys(item).find((key) => !keys.includes(key));
    if (strange !== undefined) return refuse(strange, messages.unknownField(keys));
    if (typeof name !== 'string' || !namePattern.test(name)) return refuse('name', messages.notName);
    if (per !== 'all' && per !== 'unit') return refuse('per', messages.notPer);
    const offered = per === 'unit' ? byUnit : definitions;
    if (typeof definition !== 'string' || !offered.includes(definition)) {
      return refuse('definition', messages.notDefinition([...offered], per === 'unit'));
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
