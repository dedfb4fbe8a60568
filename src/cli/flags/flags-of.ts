import type { ValueTypes } from '../../node/options/values.ts';
import type { RunCommand } from './commands.ts';
import type { FLAGS } from './index.ts';

type Entry = (typeof FLAGS)[number];
type EntryOf<Command, F = Entry> = F extends { commands: readonly (infer Name)[] }
  ? Command extends Name
    ? F
    : never
  : never;

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type Key<Name extends string> = Name extends `no-${infer Rest}` ? Camel<Rest> : Camel<Name>;

type One<F> = F extends { choices: readonly (infer Choice)[] }
  ? Choice
  : F extends { type: infer Type extends keyof ValueTypes }
    ? ValueTypes[Type]
    : boolean;
type Value<F> = F extends { many: string } ? One<F>[] : F extends { optional: true } ? One<F> | true : One<F>;

type Always = { default: string } | { required: true } | { name: `no-${string}` };

/** What the flags of a command give, by name in camel case: `FlagsOf<'check'>['codeColumn']`. */
export type FlagsOf<Command extends RunCommand> = {
  [F in EntryOf<Command> as F extends Always ? Key<F['name']> : never]: Value<F>;
} & {
  [F in EntryOf<Command> as F extends Always ? never : Key<F['name']>]?: Value<F>;
};
