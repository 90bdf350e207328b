import { afterEach, describe, expect, test, vi } from 'vitest';
import { cholesky } from './identity/cholesky.ts';
import { eigh } from './identity/eigh.ts';
import { inv } from './identity/inv.ts';
import { solve } from './identity/solve.ts';
import { definite, random } from './kernel/fixtures.ts';
import { gemm } from './kernel/gemm.ts';
import { tiles } from './kernel/wasm/tiles.ts';
import { disableSimd, enableSimd } from './simd.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  disableSimd();
});

/** The same computation in TypeScript and by SIMD. */
function both(compute: () => Float64Array[]): void {
  const plain = compute();
  expect(enableSimd()).toBe(true);
  const simd = compute();
  disableSimd();
  // Compares by Object.is: 0 is not -0.
  expect(simd).toEqual(plain);
}

describe.each([
  [13, 13, 13],
  [16, 16, 16],
  [2, 1000, 3],
  [300, 3, 5],
  [97, 200, 300],
  [98, 195, 257],
  [99, 33, 512],
  [101, 387, 1],
])('a %i×%i product over %i is the same to the last bit', (m, n, k) => {
  const A = random(m * k + 3, 1);
  const B = random(k * n + 5, 2);
  const C = random(m * (n + 2) + 1, 3);
  test.each([
    [1, 0],
    [-1, 1],
    [1.7, -0.3],
  ])('for alpha %f and beta %f', (alpha, beta) => {
    for (const lower of [false, true]) {
      for (const [aRow, aCol] of [
        [k, 1],
        [1, m],
      ]) {
        for (const [bRow, bCol] of [
          [n, 1],
          [1, k],
        ]) {
          both(() => {
            const X = C.slice();
            gemm(m, n, k, alpha, A, 3, aRow, aCol, B, 5, bRow, bCol, beta, X, 1, n + 2, lower);
            return [X];
          });
        }
      }
    }
  });
});

test.each([5, 33, 100, 300])('factorisations of size %i are the same to the last bit', (n) => {
  const A = { shape: [n, n], data: random(n * n, n) };
  const S = { shape: [n, n], data: definite(n, n) };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) S.data[j * n + i] = S.data[i * n + j];
  }
  both(() => [inv(A), solve(A, S), cholesky(S), ...eigh(S)].map(({ data }) => data));
});

test('the module is small', () => {
  expect(tiles().length).toBeLessThan(640);
});

describe('without WebAssembly', () => {
  const attempt = async () => {
    vi.resetModules();
    const fresh = await import('./simd.ts');
    const { inv } = await import('./identity/inv.ts');
    const A = { shape: [40, 40], data: random(1600) };
    const expected = inv(A).data;
    expect(fresh.enableSimd()).toBe(false);
    expect(inv(A).data).toEqual(expected);
    return fresh;
  };

  test('everything goes on in TypeScript', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    await attempt();
  });

  test('what a policy forbids is tried again when asked', async () => {
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new Error('Wasm code generation disallowed by embedder');
        }
      },
    });
    const fresh = await attempt();
    vi.unstubAllGlobals();
    expect(fresh.enableSimd()).toBe(true);
  });
});
