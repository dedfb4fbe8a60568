import { isOn, isSeveralOn, type Member } from '../../engine/group/group-sides.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { DiffOptions, ProblemKind, ProblemStatus } from './diff-report.ts';

/** Sides of a comparison; the last holds the problems of all exports before the old one. */
export const OLD = 0;
export const NEW = 1;
export const EARLIER = 2;

/** The kind of problem that a key can be; `clean` for exact keys. */
export function problemKindOf(kind: number | 'clean'): ProblemKind {
  if (kind === 'clean' || kind === keyKinds.conforming) return 'duplicate';
  if (kind === keyKinds.unconverted) return 'unconverted';
  return kind === keyKinds.missing ? 'missing' : 'erroneous';
}

/** What has become of a problem, by the sides on which its key stands; null: it is none in either export. */
export function statusOf(kind: ProblemKind, shape: number): ProblemStatus | null {
  // A conforming code is a problem where it stands on several records, anything else wherever it stands.
  const isProblem = kind === 'duplicate' ? isSeveralOn : isOn;
  const [wasOld, isNew] = [isProblem(shape, OLD), isProblem(shape, NEW)];
  if (wasOld) return isNew ? 'remaining' : 'resolved';
  if (!isNew) return null;
  return isOn(shape, EARLIER) ? 'reappeared' : 'new';
}

/** Whether a record is shown for its problem: one of the old export when it is resolved, else of the new one. */
export function isShown({ side, presence, kind, isClean }: Member, lists: DiffOptions['lists'] = 'all'): boolean {
  const status = statusOf(problemKindOf(isClean ? 'clean' : kind), presence);
  if (status === 'remaining' && lists === 'examples') return false;
  return status !== null && side === (status === 'resolved' ? OLD : NEW);
}

/** Whether such keys are conforming codes. */
export function conforms(kind: number | 'clean'): boolean {
  return problemKindOf(kind) === 'duplicate';
}

/** Whether a record carries a conforming code that only its own one of the two exports has. */
export function isOneSided({ side, presence, kind, isClean }: Member): boolean {
  return conforms(isClean ? 'clean' : kind) && side !== EARLIER && !isOn(presence, side === OLD ? NEW : OLD);
}
