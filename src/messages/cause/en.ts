import { formatNumber } from '../numbers.ts';
import { share } from './share.ts';

/** Facts of one cause. */
export interface CauseFacts {
  /** Records that show it, of `total` that could. */
  count: number;
  total: number;
  /** Which one, where a cause has kinds: a character, a length, a way of writing, the issue of an older number. */
  detail: string;
  /** Where remarkably many of them stand. */
  places: { name: string; count: number }[];
  /** They all stand there: nothing was found elsewhere. */
  isLocal: boolean;
}

/** A text of a cause: what is seen, the likely reason, what to do. */
export interface CauseText {
  seen(facts: CauseFacts): string;
  why: string;
  act: string;
}

/** `88 (88%) of 100`, `All 23` */
const part = (facts: CauseFacts): string =>
  facts.count === facts.total
    ? `All ${formatNumber(facts.total)}`
    : `${formatNumber(facts.count)} (${share(facts)}) of ${formatNumber(facts.total)}`;

const older: Record<string, string> = {
  'registration-number': 'registration numbers',
  'taxpayer-number': '15-character taxpayer numbers',
  'organization-code': 'organization codes',
};

/** What is seen; then the likely reason; then what to do. */
const texts = {
  complement: {
    seen: (facts: CauseFacts) => `${part(facts)} wrong check characters are the remainder of the weighted sum itself`,
    why: 'The issuing system probably leaves out "31 minus the remainder".',
    act: 'Ask the issuing department to correct the program and to go through every code that it issued.',
  },
  rounded: {
    seen: (facts: CauseFacts) =>
      `${part(facts)} wrong check characters and numbers in scientific notation have rounded last digits`,
    why: 'A spreadsheet or program probably treated the codes as numbers, and the real last digits are lost.',
    act: 'Export them again from the source with the code column as text; do not correct the digits that are there.',
  },
  'organization-check': {
    seen: (facts: CauseFacts) =>
      `${part(facts)} check failures are organization codes (positions 9–17) that break GB 11714 under a position 18 that fits`,
    why: 'No single typing error does that: the codes were probably issued with organization codes of the issuer’s own making.',
    act: 'Ask the issuing department where the organization codes come from, and to issue these codes anew.',
  },
  stranger: {
    seen: (facts: CauseFacts) => `${part(facts)} characters that no code has are "${facts.detail}"`,
    why: 'Somebody, or a text recognition, probably took it for the character that looks like it.',
    act: 'Compare the certificates and replace it; remind whoever enters codes that they hold no I, O, S, V, Z.',
  },
  cut: {
    seen: (facts: CauseFacts) => `${part(facts)} codes of a wrong length have ${facts.detail} characters`,
    why: 'A field length or export format probably cuts or joins them all in the same way.',
    act: 'Look at field lengths and padding in the export, then export and check again.',
  },
  'identity-number': {
    seen: (facts: CauseFacts) => `${part(facts)} erroneous records hold a resident ID number`,
    why: 'The owner’s ID number was probably entered for the code, as happens with the self-employed.',
    act: 'Enter the code on the certificate, and remove the ID numbers from the table: they are personal data.',
  },
  repeated: {
    seen: (facts: CauseFacts) =>
      `${part(facts)} excess records of duplicates carry the same name too: one record, several times`,
    why: 'The same entity was probably reported twice or files were merged as they were; no code was given twice.',
    act: 'Keep one record of each entity, the latest; look into the duplicates under different names apart.',
  },
  legacy: {
    seen: ({ count, detail }: CauseFacts) =>
      `${formatNumber(count)} records still carry older numbers, ${older[detail] === undefined ? 'of several kinds' : `most of them ${older[detail]}`}`,
    why: 'They probably closed before codes were converted, or the source was never brought up to date.',
    act: 'Ask the registration authority for the new codes in bulk, and take out what has been deregistered.',
  },
  missing: {
    seen: (facts: CauseFacts) => `${part(facts)} records have no code`,
    why: 'Probably another column holds the codes, or the export left them out.',
    act: 'Look at the code column; where there really is none, have codes issued or entered.',
  },
  format: {
    seen: (facts: CauseFacts) =>
      `${part(facts)} records are written with small letters, full-width characters, spaces or dashes`,
    why: 'The source probably lets people write codes as they like; they do not count as wrong for it.',
    act: 'Have the source keep codes as 18 capital characters without spaces and dashes; uscc fix mends the table at hand.',
  },
};

const written = (what: string, why: string, act: string): CauseText => ({
  seen: (facts) => `${part(facts)} records ${what}`,
  why: `${why}; they do not count as wrong for it.`,
  act: `${act}; uscc fix mends the table at hand.`,
});

const writingFaults: Record<string, CauseText> = {
  'lower-case': written(
    'are written in small letters',
    'The source probably never turned letters into capitals',
    'Have the source keep codes in capitals',
  ),
  'full-width': written(
    'are written in full-width characters',
    'They were probably typed with an input method set to full width',
    'Have the source take half-width characters only',
  ),
  spaces: written(
    'hold spaces or invisible characters',
    'A field of fixed length was probably filled up, or text pasted from a page or a PDF',
    'Have the source trim codes before it exports them',
  ),
  dashes: written(
    'hold dashes',
    'They were probably divided as organization codes used to be',
    'Have the source keep codes without dashes',
  ),
  marks: written(
    'stand in quotes, brackets or before a full stop',
    'Quotes were probably added to keep a spreadsheet from taking codes for numbers',
    'Export without them, and make the column text',
  ),
};

/** What systematic causes say: what is seen and where, why it probably is so, what to do. */
export const en = {
  title: 'Shared causes',
  /** Short names, for headings and tables. */
  names: {
    complement: 'check character not subtracted',
    rounded: 'treated as numbers',
    'organization-check': 'home-made organization codes',
    stranger: 'the same strange character',
    cut: 'the same wrong length',
    'identity-number': 'resident ID numbers',
    repeated: 'reported twice',
    legacy: 'older numbers',
    missing: 'codes missing in bulk',
    format: 'unusual writing',
  },
  describe(code: keyof typeof texts, facts: CauseFacts) {
    const form = code === 'format' ? writingFaults[facts.detail] : undefined;
    const { seen, why, act } = form ?? texts[code];
    const { places, isLocal } = facts;
    const rest = `. ${why} ${act}`;
    if (places.length === 0) return seen(facts) + rest;
    const counts = places
      .map(({ name, count }) => `${count === facts.count ? 'all of them' : formatNumber(count)} in ${name}`)
      .join(', ');
    if (!isLocal) return `${seen(facts)}, ${counts}${rest}`;
    return `${places.length > 1 ? counts : places[0]?.name}: ${seen(facts)}${rest}`;
  },
};
