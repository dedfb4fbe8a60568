/**
 * The compact protocol of Thrift, in which Parquet writes its footer and the heads of its pages, as a tree that can be changed:
 *
 *   struct: (delta of the field's number << 4 | type) value … 0        list: (count << 4 | type) values     text: length bytes
 */
export type ThriftValue =
  | { kind: 'boolean'; value: boolean }
  | { kind: 'number'; type: number; value: bigint }
  | { kind: 'double'; value: Uint8Array }
  | { kind: 'bytes'; value: Uint8Array }
  | { kind: 'list'; type: number; items: ThriftValue[] }
  | { kind: 'struct'; fields: { id: number; value: ThriftValue }[] };

const types = { true: 1, false: 2, byte: 3, i64: 6, double: 7, bytes: 8, list: 9, set: 10, struct: 12 };

export function readThrift(bytes: Uint8Array): ThriftValue {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const readNumber = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = next();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const unfold = (value: bigint): bigint => (value >> 1n) ^ -(value & 1n);
  const readStruct = (): ThriftValue => {
    const fields: { id: number; value: ThriftValue }[] = [];
    let id = 0;
    for (let head = next(); head !== 0; head = next()) {
      id = head >> 4 === 0 ? Number(unfold(readNumber())) : id + (head >> 4);
      fields.push({ id, value: readValue(head & 15, false) });
    }
    return { kind: 'struct', fields };
  };
  const readValue = (type: number, isInList: boolean): ThriftValue => {
    if (type === types.true || type === types.false) {
      return { kind: 'boolean', value: isInList ? next() === 1 : type === types.true };
    }
    if (type === types.byte) return { kind: 'number', type, value: BigInt(next()) };
    if (type <= types.i64) return { kind: 'number', type, value: unfold(readNumber()) };
    if (type === types.double || type === types.bytes) {
      const length = type === types.double ? 8 : Number(readNumber());
      at += length;
      return { kind: type === types.double ? 'double' : 'bytes', value: bytes.slice(at - length, at) };
    }
    if (type === types.struct) return readStruct();
    const head = next();
    const count = head >> 4 === 15 ? Number(readNumber()) : head >> 4;
    return { kind: 'list', type: head & 15, items: Array.from({ length: count }, () => readValue(head & 15, true)) };
  };
  return readStruct();
}

export function writeThrift(root: ThriftValue): Uint8Array {
  const out: number[] = [];
  const writeNumber = (value: bigint): void => {
    let rest = BigInt.asUintN(64, value);
    for (; rest > 127n; rest >>= 7n) out.push(Number(rest & 127n) | 128);
    out.push(Number(rest));
  };
  const fold = (value: bigint): bigint => (value << 1n) ^ (value < 0n ? -1n : 0n);
  const typeOf = (value: ThriftValue): number => {
    if (value.kind === 'boolean') return value.value ? types.true : types.false;
    return value.kind === 'number' ? value.type : types[value.kind];
  };
  const write = (value: ThriftValue): void => {
    if (value.kind === 'number' && value.type === types.byte) out.push(Number(value.value & 255n));
    else if (value.kind === 'number') writeNumber(fold(value.value));
    else if (value.kind === 'boolean') out.push(value.value ? 1 : 2);
    else if (value.kind === 'double') out.push(...value.value);
    else if (value.kind === 'bytes') {
      writeNumber(BigInt(value.value.length));
      out.push(...value.value);
    } else if (value.kind === 'list') {
      if (value.items.length < 15) out.push((value.items.length << 4) | value.type);
      else {
        out.push(0xf0 | value.type);
        writeNumber(BigInt(value.items.length));
      }
      for (const item of value.items) write(item);
    } else {
      let before = 0;
      for (const { id, value: field } of value.fields) {
        const delta = id - before;
        if (delta > 0 && delta < 16) out.push((delta << 4) | typeOf(field));
        else {
          out.push(typeOf(field));
          writeNumber(fold(BigInt(id)));
        }
        before = id;
        if (field.kind !== 'boolean') write(field);
      }
      out.push(0);
    }
  };
  write(root);
  return Uint8Array.from(out);
}
