import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import type { Choices } from './choices.ts';
import { badNumbers } from './table.ts';

/** A zip archive as a list of fields, so that each can be made to lie. */
type Field = { size: 2 | 4 | 8; value: number } | Buffer;

export interface ZipMember {
  name: string;
  data: Uint8Array;
}

const number = (size: 2 | 4 | 8, value: number): Field => ({ size, value });

function writeFields(fields: Field[]): Buffer {
  const parts = fields.map((field) => {
    if (Buffer.isBuffer(field)) return field;
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(Math.trunc(field.value))));
    return bytes.subarray(0, field.size);
  });
  return Buffer.concat(parts);
}

/** What is free to a writer: packing, extra fields, 64-bit sizes, data descriptors, comments. */
function chooseEntry({ name, data }: ZipMember, at: number, choose: Choices): { local: Field[]; directory: Field[] } {
  const isStored = choose.oneIn(4);
  const packed = isStored ? Buffer.from(data) : deflateRawSync(data);
  const isDescribedLater = choose.oneIn(4);
  const is64 = choose.oneIn(6);
  const nameBytes = Buffer.from(name);
  const extra = choose.pick([Buffer.alloc(0), Buffer.from('5554050001aabbccdd', 'hex')]);
  const comment = Buffer.from(choose.pick(['', 'made by hand']));
  const sizes = [crc32(data), packed.length, data.length];
  const head = (isLater: boolean, extraBytes: number, listed: number[]): Field[] => [
    number(2, 20),
    number(2, 0x800 | (isLater ? 8 : 0)),
    number(2, isStored ? 0 : 8),
    number(4, 0),
    ...listed.map((value) => number(4, value)),
    number(2, nameBytes.length),
    number(2, extraBytes),
  ];
  const long: Field[] = is64 ? [number(2, 1), number(2, 16), number(8, data.length), number(8, packed.length)] : [];
  const listed = is64 ? [crc32(data), 0xffffffff, 0xffffffff] : sizes;
  return {
    local: [
      number(4, 0x04034b50),
      ...head(isDescribedLater, extra.length, isDescribedLater ? [0, 0, 0] : sizes),
      nameBytes,
      extra,
      packed,
      ...(isDescribedLater ? [number(4, 0x08074b50), ...sizes.map((value) => number(4, value))] : []),
    ],
    directory: [
      number(4, 0x02014b50),
      number(2, 45),
      ...head(isDescribedLater, extra.length + (is64 ? 20 : 0), listed),
      number(2, comment.length),
      ...[number(2, 0), number(2, 0), number(4, 0), number(4, at)],
      nameBytes,
      extra,
      ...long,
      comment,
    ],
  };
}

/** An archive, as some writer may write it; with lies in its fields where it is damaged. */
export function chooseZip(members: ZipMember[], choose: Choices, isDamaged: boolean): Uint8Array {
  const local: Field[] = [];
  const directory: Field[] = [];
  let at = 0;
  for (const member of members) {
    const entry = chooseEntry(member, at, choose);
    local.push(...entry.local);
    directory.push(...entry.directory);
    at += writeFields(entry.local).length;
  }
  const size = writeFields(directory).length;
  const comment = Buffer.from(choose.pick(['', 'archive']));
  const end: Field[] = [
    ...[number(4, 0x06054b50), number(2, 0), number(2, 0), number(2, members.length), number(2, members.length)],
    ...[number(4, size), number(4, at), number(2, comment.length)],
    comment,
  ];
  const fields = [...local, ...directory, ...end];
  if (isDamaged) damageFields(fields, at, choose);
  return writeFields(fields);
}

function damageFields(fields: Field[], directoryAt: number, choose: Choices): void {
  for (let left = 1 + choose.below(4); left > 0; left--) {
    // Most of the fields that matter stand at the end.
    const at = choose.oneIn(3)
      ? choose.below(fields.length)
      : fields.length - 1 - choose.below(Math.min(fields.length, 40));
    const field = fields[at];
    if (field === undefined) continue;
    const kind = choose.below(5);
    if (kind === 0) fields.splice(at, 1);
    else if (kind === 1) fields.splice(at, 0, ...fields.slice(at, at + 1 + choose.below(20)));
    else if (Buffer.isBuffer(field))
      fields[at] = Buffer.concat([field, field.subarray(choose.below(field.length + 1))]);
    else {
      const near = [field.value + 1, field.value - 1, directoryAt, 0xffff, 0xffffffff, choose.below(2000)];
      fields[at] = { ...field, value: choose.pick(choose.oneIn(2) ? near : badNumbers) };
    }
  }
}

/** A file that is packed in others, so many deep. */
export function choosePacked(member: ZipMember, choose: Choices): ZipMember {
  let now = member;
  for (let depth = choose.below(7); depth > 0; depth--) {
    now = choose.oneIn(2)
      ? { name: `${now.name}.gz`, data: gzipSync(now.data) }
      : { name: `d${depth}.zip`, data: chooseZip([now], choose, false) };
  }
  return now;
}
