import { gzipSync } from 'node:zlib';
import type { Choices } from './choices.ts';
import { chooseTable, damageBytes, type FuzzedReader, type ReaderCase, writePlain } from './table.ts';
import { choosePacked, chooseZip, type ZipMember } from './zip-fields.ts';

/** Archives of tables: one table, several, nested, with folders and other files beside them. */
function writeArchive(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const table: ZipMember = { name: 'a.csv', data: writePlain(rows) };
  const others: ZipMember[] = [
    { name: '夹/', data: Buffer.alloc(0) },
    { name: '__MACOSX/._a.csv', data: Buffer.from('x') },
    { name: 'readme.md', data: Buffer.from('# x') },
  ];
  const kind = choose.below(4);
  if (kind === 0) {
    const members = [table, ...others.slice(0, choose.below(4))];
    return { name: 'a.zip', bytes: chooseZip(choose.shuffle(members), choose, false), same: table.data };
  }
  if (kind === 1) return { name: 'a.zip', bytes: chooseZip([table, ...others], choose, true) };
  if (kind === 2) {
    const packed = choosePacked(table, choose);
    return { name: packed.name, bytes: packed.data };
  }
  const inner = chooseZip([table], choose, choose.oneIn(3));
  const members = Array.from({ length: 1 + choose.below(5) }, (_, index) => ({ name: `${index}.zip`, data: inner }));
  return { name: 'b.zip', bytes: chooseZip([...members, table], choose, choose.oneIn(2)) };
}

/** Members of gzip one after the other are one file. */
function writeGzip(choose: Choices): ReaderCase {
  const data = writePlain(chooseTable(choose));
  const at = choose.below(data.length);
  const level = choose.below(10);
  const whole = Buffer.concat([gzipSync(data.subarray(0, at), { level }), gzipSync(data.subarray(at), { level: 9 })]);
  const kind = choose.below(3);
  if (kind === 0) return { name: 'a.csv.gz', bytes: whole, same: data };
  if (kind === 1) return { name: 'a.csv.gz', bytes: damageBytes(whole, choose) };
  return { name: 'a.csv.gz', bytes: Buffer.concat([whole, damageBytes(whole.subarray(0, 64), choose)]) };
}

export const archiveReaders: FuzzedReader[] = [
  { name: 'zip', write: writeArchive },
  { name: 'gzip', write: writeGzip },
];
