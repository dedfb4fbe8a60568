import type { Issue, NoteCode } from '../code/verdict.ts';
import type { RegistryAnswer } from './options.ts';

/**
 * What a field should show.
 *
 *   empty        nothing there, and nothing is required
 *   incomplete   still being typed: neither right nor wrong (`checkTyping` only)
 *   pending      right so far; the registry is being asked (`createChecker` only)
 *   invalid      an error, `message` says which
 *   valid        passes; `warnings` may still say something
 */
export type FormState = 'empty' | 'incomplete' | 'pending' | 'invalid' | 'valid';

/** One value, judged for a form. Nothing in it repeats a resident ID number except `value`. */
export interface FormVerdict {
  state: FormState;
  /** The value as it should be kept: normalized, and `''` for a word for nothing. */
  value: string;
  /** The reason, as data; null when there is none. Positions count from 1 in `value`. */
  issue: Issue | null;
  /** The error, or how much is missing; null when the value passes. */
  message: string | null;
  /** Texts of the notes that warn. */
  warnings: string[];
  notes: NoteCode[];
  /** What it should probably have been, best first, at most three. */
  suggestions: string[];
  /** What the registry said; null when it was not asked or knows nothing. */
  registry: RegistryAnswer | 'pending' | 'failed' | null;
}
