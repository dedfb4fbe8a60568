import type { IssueCode, NoteCode, RegionStatus } from './verdict.ts';

/** What is worth knowing of the parts of a code, whether it conforms or has a wrong check character. */
export function listNotes(pairIsKnown: boolean, status: RegionStatus | null | undefined): NoteCode[] {
  const notes: NoteCode[] = [];
  if (!pairIsKnown) notes.push('authority-category');
  if (status === 'unlisted') notes.push('region-unlisted');
  if (status === 'abolished') notes.push('region-abolished');
  return notes;
}

/** Rows 6–9 of the decision table: the parts of other values mean nothing, so they have no notes. */
export function hasNotes(primary: IssueCode | undefined): boolean {
  return (
    primary === undefined ||
    primary === 'pilot-era' ||
    primary === 'check-digit' ||
    primary === 'organization-check-digit'
  );
}
