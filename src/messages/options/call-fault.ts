import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What an option of the library must be: a key of `wanted`, or the name of a type that flags have too. */
export type Wanted =
  | keyof (typeof en)['wanted']
  | 'column'
  | 'sheet'
  | 'encoding'
  | 'delimiter'
  | 'workers'
  | 'target'
  | 'period'
  | 'date'
  | 'flags';

/** What is wrong with a call of the library, as data: its options, one of them, or what it is to read. */
export type CallFault =
  | { kind: 'no-options' | 'no-files' }
  | { kind: 'unknown-option'; key: string; nearest: string | null }
  /** `value` as it is shown; `choices` and the nearest of them for one of several values. */
  | {
      kind: 'bad-value';
      key: string;
      value: string;
      wanted: Wanted;
      choices: readonly string[];
      nearest: string | null;
    };

/** @param call the function that was called */
export function describeCallFault(call: string, fault: CallFault, lang: Language): string {
  const messages = pick(lang, { en, zh });
  switch (fault.kind) {
    case 'no-options':
      return messages.noOptions(call);
    case 'no-files':
      return messages.noFiles(call);
    case 'unknown-option':
      return messages.unknown(call, fault.key, fault.nearest);
    case 'bad-value':
      return messages.ofOption(fault.key, describeValue(fault, messages));
  }
}

function describeValue(
  { value, wanted, choices, nearest }: Extract<CallFault, { kind: 'bad-value' }>,
  messages: typeof en,
): string {
  if (wanted === 'choice') return messages.notOneOf(value, choices, nearest);
  return wanted in messages.wanted
    ? messages.must(value, messages.wanted[wanted as keyof typeof messages.wanted])
    : messages[wanted as Exclude<Wanted, keyof typeof messages.wanted>](value);
}
