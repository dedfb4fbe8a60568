/** Writes a text in one of the scripts of Chinese: a tag of templates. What is inserted stays as it is. */
export type Script = (pieces: TemplateStringsArray, ...facts: unknown[]) => string;

/** Simplified and traditional, of the characters that these texts use; a test holds that none is missing. */
const pairs =
  '丢丟个個别別为為会會体體册冊写寫划劃几幾区區历歷发發号號后後学學对對应應开開录錄数數旧舊构構机機标標横橫没沒现現码碼税稅类類纳納线線' +
  '组組织織统統继繼续續见見计計记記证證识識询詢误誤请請输輸还還这這门門销銷须須颠顛验驗';
const traditionalOf = new Map(Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[at * 2], pairs[at * 2 + 1]]));

export const simplified: Script = (pieces, ...facts) => String.raw({ raw: pieces }, ...facts);

export const traditional: Script = (pieces, ...facts) =>
  String.raw(
    { raw: pieces.map((piece) => piece.replace(/注册/g, '註冊').replace(/[\u4E00-\u9FFF]/g, convert)) },
    ...facts,
  );

function convert(character: string): string {
  return traditionalOf.get(character) ?? character;
}
