import { describeRefusal } from '../../messages/refusal/index.ts';
import type { Voice } from '../../messages/voice.ts';
import { describeWarning, type Warning, type WarningFacts } from '../../messages/warning/index.ts';
import type { Inspection } from './inspection.ts';

/** How a table is understood, in words where there are some. */
export interface TableInspection extends Omit<Inspection, 'warnings' | 'refusal' | 'nothing'> {
  warnings: Warning[];
  /** Why it cannot be checked; null: it can. */
  error: string | null;
}

/** Inspections in words. What was said before any table was looked at stands with the first table that it is about. */
export function describeInspections(
  inspections: Inspection[],
  before: WarningFacts[],
  voice: Voice,
): TableInspection[] {
  const owners = before.map((facts) => findOwner(inspections, 'file' in facts ? facts.file : ''));
  return inspections.map(({ refusal, nothing: _, warnings, ...inspection }, index) => {
    const own = before.filter((_, at) => owners[at] === index);
    return {
      ...inspection,
      warnings: [...own, ...warnings].map((facts) => describeWarning(facts, voice)),
      error: refusal === null ? null : describeRefusal(refusal, voice),
    };
  });
}

/** The table itself, else one out of the same file, else the first. */
function findOwner(inspections: Inspection[], file: string): number {
  const outer = file.split('#')[0] ?? '';
  const same = inspections.findIndex(({ path }) => path === file);
  const inside = inspections.findIndex(({ path }) => path.startsWith(`${file}#`));
  const beside = inspections.findIndex(({ path }) => path.split('#')[0] === outer);
  return [same, inside, beside].find((at) => at >= 0) ?? 0;
}
