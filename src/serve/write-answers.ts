import { answerQuestion } from '../clean/lookup/answer.ts';
import { conformsAsWritten } from '../code/standard/weighted-sums.ts';
import { validate } from '../code/validate.ts';
import { wordVerdict } from '../messages/serve/index.ts';
import { regions } from '../regions/index.ts';
import { answerBriefly, answerCode, type CodeContext, showEntities } from './answer-code.ts';

/**
 * Answers as the JSON of a list without its brackets: exactly what `answerCode` gives. Of a code that conforms as it is written most is
 * known before it is looked up, and is put together of pieces instead:
 *
 *   {"input":"…","normalized":"…","partition":"conforming","issues":[], │ "notes":…,"parts":{… "region":{…}, │ "organizationCode":"…", …
 *                                                                       │ the same for positions 1–8         │
 */
export function writeAnswers(inputs: readonly string[], context: CodeContext): string {
  let json = '';
  for (const input of inputs) {
    if (json !== '') json += ',';
    json += conformsAsWritten(input) ? writeConforming(input, context) : JSON.stringify(answerCode(input, context));
  }
  return json;
}

function writeConforming(code: string, { registry, findStanding, showsNames }: CodeContext): string {
  const organization = code.slice(8, 17);
  const answer = showEntities(answerQuestion({ normalized: code, organization, repairs: [] }, registry), showsNames);
  const isUnknown = !answer.registered && answer.organization?.taken === false;
  const name = showsNames ? (answer.entities[0]?.name ?? null) : null;
  const found = isUnknown
    ? `{"registered":false,"entities":[],"organization":{"code":"${organization}","taken":false,"entities":[]},"repairs":[]}`
    : JSON.stringify(answer);
  const ledger = findStanding === null ? 'null' : JSON.stringify(findStanding(code));
  return `{"input":"${code}","normalized":"${code}","partition":"conforming","issues":[],${writeIssuer(code)},"organizationCode":"${organization}","checkCharacter":"${code.charAt(17)}"},"text":${conformingText},"registered":${answer.registered},"name":${JSON.stringify(name)},"suggestions":[],"registry":${found},"ledger":${ledger}}`;
}

const conformingText = JSON.stringify(wordVerdict({ ...validate(''), issues: [] }, null));
/** There are not many more pairs of issuer and region than this. */
const mostIssuers = 20_000;
const issuers = new Map<string, string>();

/** Notes and the first three parts of a code that conforms, which its first eight characters decide. */
function writeIssuer(code: string): string {
  const key = code.slice(0, 8);
  const known = issuers.get(key);
  if (known !== undefined) return known;
  const { notes, parts } = validate(code, { regions });
  const { authority, category, region } = parts ?? {};
  const written = `"notes":${JSON.stringify(notes)},"parts":${JSON.stringify({ authority, category, region }).slice(0, -1)}`;
  if (issuers.size >= mostIssuers) issuers.clear();
  issuers.set(key, written);
  return written;
}

/** Brief answers as the JSON of a list without its brackets: their shape is fixed, and only texts need to be quoted. */
export function writeBriefly(inputs: readonly string[], context: CodeContext): string {
  let json = '';
  for (const input of inputs) {
    const { normalized, partition, registered, name, organizationTaken } = answerBriefly(input, context);
    const code = partition === 'conforming' ? `"${normalized}"` : JSON.stringify(normalized);
    const shown = name === null ? 'null' : JSON.stringify(name);
    if (json !== '') json += ',';
    json += `{"normalized":${code},"partition":"${partition}","registered":${registered},"name":${shown},"organizationTaken":${organizationTaken}}`;
  }
  return json;
}
