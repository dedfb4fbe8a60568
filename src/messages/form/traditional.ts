/** Simplified and traditional, of the characters that the texts of forms use, raw as they are; a test holds that none is missing. */
const simplified = String.raw`丢个别为会体册写划几区历发号后学对应开录数旧构机标横没现码税类纳线组织统继续见计记证识询误请输还这门销须颠验注软`;
const traditional = String.raw`丟個別為會體冊寫劃幾區歷發號後學對應開錄數舊構機標橫沒現碼稅類納線組織統繼續見計記證識詢誤請輸還這門銷須顛驗註軟`;

/** Chinese texts in traditional characters. */
export function toTraditional(text: string): string {
  return text.replace(/[\u4E00-\u9FFF]/g, (one) => traditional.charAt(simplified.indexOf(one)) || one);
}
