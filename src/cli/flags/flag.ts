import type { ValueTypes } from '../../node/options/values.ts';
import type { RunCommand } from './commands.ts';

/** One text in both languages. */
export interface Texts {
  zh: string;
  en: string;
}

/**
 * A flag, defined once. The parser, `--help`, the man page, the completions, the tables of the guide and the schema of `uscc.json` are made
 * of it. A name that means different things in different commands has an entry for each.
 */
export interface Flag {
  /** Without the two dashes; `no-…` turns something off. */
  name: string;
  /** One letter. */
  short?: string;
  commands: readonly RunCommand[];
  /** How its value is read; `switch` takes none. */
  type: keyof ValueTypes | 'switch' | 'choice';
  /** What a `choice` is one of. */
  choices?: readonly string[];
  /** `repeat`: once for each value; `rest`: all the words that follow. */
  many?: 'repeat' | 'rest';
  /** The value may be left out. */
  optional?: true;
  required?: true;
  /** As a person would type it. */
  default?: string;
  /** What stands in angle brackets, when it is not that of the type; `placeholders` in the messages has its words. */
  placeholder?: string;
  /** Never taken from `uscc.json`. Outputs never are, whether they say so or not. */
  lineOnly?: true;
  /** Stands under the heading “Reading tables”. */
  reading?: true;
  /** One or two lines of help. */
  help: Texts;
  /** What the guide and the man page say instead, in Markdown. */
  guide?: Texts;
}
