// Registration numbers of enterprises with foreign capital, in UTF-8: 企独粤深总字第300001号.
//
//   企 ┬ 独 合 作 外 ┬ 1–6 Chinese characters ┬ 字 ┬ 第, or not ┬ 3–6 digits ┬ 号, or not

const CHARACTER: usize = 3;
const ENTERPRISE: u32 = 0x81bce4;
const SOLE: u32 = 0xac8be7;
const JOINT: u32 = 0x8890e5;
const COOPERATIVE: u32 = 0x9cbde4;
const FOREIGN: u32 = 0x96a4e5;
const WORD: u32 = 0x97ade5;
const ORDINAL: u32 = 0xacace7;
const NUMBER: u32 = 0xb78fe5;
/** The first and last of the characters that every version of Unicode has, as numbers that ascend: 一 and 龥. */
const FIRST_HAN: u32 = 0xe4b880;
const LAST_HAN: u32 = 0xe9bea5;

/** The three bytes of a character, in the order they have in memory. */
@inline
function characterAt(at: usize): u32 {
  return <u32>load<u8>(at) | (<u32>load<u8>(at + 1) << 8) | (<u32>load<u8>(at + 2) << 16);
}

function isHanAt(at: usize): bool {
  const number = (<u32>load<u8>(at) << 16) | (<u32>load<u8>(at + 1) << 8) | <u32>load<u8>(at + 2);
  const follow = load<u16>(at + 1) & 0xc0c0;
  return number >= FIRST_HAN && number <= LAST_HAN && follow == 0x8080;
}

/** Whether the cell at `start`..`end` is one, as it is written. */
export function isForeignNumber(start: usize, end: usize): bool {
  const partsAt = start + 2 * CHARACTER;
  let at = end;
  if (at < partsAt + 2 * CHARACTER || characterAt(start) != ENTERPRISE) return false;
  const kind = characterAt(start + CHARACTER);
  if (kind != SOLE && kind != JOINT && kind != COOPERATIVE && kind != FOREIGN) return false;
  if (characterAt(at - CHARACTER) == NUMBER) at -= CHARACTER;
  const digitsEnd = at;
  while (at > partsAt && load<u8>(at - 1) >= 0x30 && load<u8>(at - 1) <= 0x39) at--;
  const digits = digitsEnd - at;
  if (digits < 3 || digits > 6) return false;
  if (characterAt(at - CHARACTER) == ORDINAL) at -= CHARACTER;
  if (at < partsAt + 2 * CHARACTER || characterAt(at - CHARACTER) != WORD) return false;
  at -= CHARACTER;
  if (at - partsAt > 6 * CHARACTER) return false;
  for (let place = partsAt; place < at; place += CHARACTER) if (!isHanAt(place)) return false;
  return true;
}
