import type { Issue, NoteCode, RegionFacts, Repair } from '../code/verdict.ts';
import type { RefusedCode } from '../messages/form/index.ts';

/**
 * A tag of BCP 47: `zh` and `zh-CN`, `zh-Hant` and `zh-TW`, `en` and `en-US` … Chinese for any other, which the console is told once.
 */
export type FormLanguage = 'zh' | 'en' | 'zh-Hant' | (string & {});

/** What a note does to a value: nothing, a warning beside a value that passes, or an error like any other. */
export type NoteEffect = 'ignore' | 'warn' | 'error';

/** A message of the host's own: `code` is the value without what stands around it, `suggestions` what it should have been. */
export type FormText = string | ((issue: Issue, code: string, suggestions: readonly string[]) => string);

/** What the host's registry knows of a code. More may stand in it; it comes back in the verdict. */
export interface RegistryAnswer {
  readonly registered: boolean;
  /** Whose code it is. */
  readonly name?: string | undefined;
  readonly [fact: string]: unknown;
}

/**
 * Asks the host's own registry about a code that conforms. The signal ends a question that nobody waits for any longer; a rejection says
 * that it could not be asked, `null` that nothing is known.
 */
export type Lookup = (code: string, signal: AbortSignal) => Promise<RegistryAnswer | null>;

/** What a field takes and how it speaks. Every face of `uscc-toolkit/form` takes the same options. */
export interface FormOptions {
  /** Language of messages, or a function asked at every check, for an application that switches. Default `zh`. */
  language?: FormLanguage | (() => FormLanguage) | undefined;
  /** The host's own messages, by issue. */
  messages?: Partial<Record<RefusedCode, FormText>> | undefined;
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
   * characters, letters that are no part of a code (O for 0, Cyrillic А for A), and a code in a longer text.
   */
  repair?: ((input: string, options?: { regions?: RegionFacts | undefined }) => Repair[]) | undefined;
  /** Asks the host's registry, in what waits for an answer: `checkRegistered`, `createChecker`, and all that is asynchronous. */
  lookup?: Lookup | undefined;
  /** What it does to a value that it is registered. Default `error`. */
  registered?: NoteEffect | undefined;
  /** What it does to a value that it is not. Default `ignore`. */
  unregistered?: NoteEffect | undefined;
}
