/** Which triangle a row-major n×n matrix is, if any; a diagonal one is upper. */
export function triangular(n: number, A: Float64Array): 'upper' | 'lower' | null {
  let upper = true;
  let lower = true;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      upper &&= A[i * n + j] === 0;
      lower &&= A[j * n + i] === 0;
    }
  }
  return upper ? 'upper' : lower ? 'lower' : null;
}
