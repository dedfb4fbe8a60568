import type { Issue, IssueCode, NoteCode } from '../../code/verdict.ts';
import type { Change } from '../../repair/find-change.ts';

/** Pilot-era codes conform, so there is nothing to say. */
export type RefusedCode = Exclude<IssueCode, 'pilot-era'>;

/**
 * What a form says beside its field: one line, for the person who fills it in. The verdicts of `messages/verdict` speak to the staff
 * of a registry instead ("export it again", "remove it from the table"), and are twice as long.
 */
export interface FormMessages {
  /** `expected` is set where the character that belongs there is known, or read from what it looks like. */
  issues: Record<RefusedCode, (issue: Issue, normalized: string) => string>;
  notes: Record<NoteCode, string>;
  /** In place of the text of the issue: the likeliest suggestion changes something else than the issue names. */
  change(change: Change, normalized: string): string;
  /** In place of the text of the issue: the code stands in a longer text. */
  around: string;
  /** Still being typed: how many characters are there. */
  incomplete(count: number): string;
  /** Something other than text was handed in. */
  notText: string;
  /** The registry is being asked, and could not be. */
  asking: string;
  failed: string;
  registered(name: string | undefined): string;
  unregistered: string;
  /** Follows a message; `should` where the message says what is wrong, `suggest` where it only says that something is. */
  suggest(code: string): string;
  should(code: string): string;
}
