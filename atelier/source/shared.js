/** The longest list of pairs (place in `olds`, place in `wants`) of values that are equal, both in order. */
export function shared(olds, wants, equal) {
  const lengths = Array.from({ length: olds.length + 1 }, () => new Uint32Array(wants.length + 1));
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = wants.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = equal(olds[i], wants[j])
        ? lengths[i + 1][j + 1] + 1
        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < olds.length && j < wants.length) {
    if (equal(olds[i], wants[j])) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}
