import type { NoteCode, RegionFacts, Repair } from '../code/verdict.ts';

export type FormLanguage = 'zh' | 'en';

/** What a note does to a value: nothing, a warning beside a value that passes, or an error like any other. */
export type NoteEffect = 'ignore' | 'warn' | 'error';

/** What a field takes and how it speaks. Every face of `uscc-toolkit/form` takes the same options. */
export interface FormOptions {
  /** Language of messages, or a function asked at every check, for an application that switches. Default `zh`. */
  language?: FormLanguage | (() => FormLanguage) | undefined;
  /** Whether nothing, or a word for nothing, is an error. Default true. */
  required?: boolean | undefined;
  /** Whether identifiers from before the unified code pass: registration, taxpayer and organization numbers. Default false. */
  legacy?: boolean | undefined;
  /** Default: `format` is ignored, the others warn. The notes on regions need `regions`. */
  notes?: Partial<Record<NoteCode, NoteEffect>> | undefined;
  /** Region facts of `uscc-toolkit/regions`. */
  regions?: RegionFacts | undefined;
  /**
   * `repair` of `uscc-toolkit`, for suggestions on every error. Without it there are only those that cost nothing: check
   * characters, and letters that are no part of a code (O for 0).
   */
  repair?: ((input: string, options?: { regions?: RegionFacts | undefined }) => Repair[]) | undefined;
}
