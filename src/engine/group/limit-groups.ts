/**
 * Only the first `most` members of each group, moved to the front where they stand: (group, place) of each.
 *
 * @param sizes members each group had before; these are added
 */
export function limitGroups(
  places: Uint32Array<ArrayBuffer>,
  sizes: Uint32Array,
  most: number,
): Uint32Array<ArrayBuffer> {
  let length = 0;
  for (let at = 0; at < places.length; at += 2) {
    const group = places[at] ?? 0;
    const size = (sizes[group] ?? 0) + 1;
    sizes[group] = size;
    if (size > most) continue;
    places[length++] = group;
    places[length++] = places[at + 1] ?? 0;
  }
  return places.subarray(0, length);
}

/** Groups that had more members than `most`. */
export function listCut(sizes: Uint32Array, most: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(sizes.keys()).filter((group) => (sizes[group] ?? 0) > most);
}
