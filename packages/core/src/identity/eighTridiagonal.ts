import type { Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { apart, belowOne } from '../define/domain.ts';
import { besideDiagonal, diagonal, diagonalPart, head, tail } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { ShapeError, showShape } from '../errors.ts';
import { gapFactor } from '../factor/eigh/gapFactor.ts';
import { eighTridiagonal as decompose } from '../factor/eigh/tridiagonal.ts';

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix.
 *
 * @param d vector of n entries, the diagonal
 * @param e vector of n-1 entries, above and below it
 * @returns `[w, V]`, n eigenvalues, ascending, and orthonormal eigenvectors as columns of V, n×n, with T·V = V·diag(w); the largest entry
 * of each column is positive
 * @throws {ShapeError} if e does not have one entry less than d
 * @throws {DegenerateError} from derivatives that depend on the basis of a repeated eigenvalue
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(eighTridiagonal([2, 2, 2], [0, 0])[0]) //=> [2, 2, 2]
 * @flops 4n^3
 * @source Giles 2008, §3.1, of a tridiagonal matrix
 */
export const eighTridiagonal = /* @__PURE__ */ defineIdentity({
  name: 'eighTridiagonal',
  signature: '(n),(k)->(n),(n,n)',
  domain: [apart, belowOne],
  check: ([d, e]) => {
    const [n, k] = [d, e].map(({ shape }) => shape[shape.length - 1]);
    if (k !== n - 1)
      throw new ShapeError('eighTridiagonal', '(n),(n-1)', `${showShape([n])} and ${showShape([k])}`);
  },
  forward: ([d, e]) => {
    const { w, V } = decompose(d, e, 'eighTridiagonal');
    const column = { shape: [...w.shape, 1], data: w.data };
    return { y: [column, V], f: gapFactor(column, 'eighTridiagonal') };
  },
  latex: (d, e) => `\\operatorname{eigh}(${d}, ${e})`,
  nullable: true,
  factors: (_, [w]) => [w],
  words: {
    add: special.add,
    even: special.even,
    gap: special.gap,
    gather: special.gather,
    had: special.had,
  },
  // As of a full matrix; of V·S·Vᵀ only three diagonals are wanted, sums over the rows of products of those of V·S and V.
  rule: ({ add, even, fill, gap, gather, had, mul, t }) => ({
    jvp: ({ y: [, V], f }, dd, de) => {
      const M = mul(t(V), add(gather(dd, diagonal), gather(de, besideDiagonal)), V);
      return [even(f, gather(M, diagonalPart)), mul(V, gap(f, M))];
    },
    vjp: ({ y: [w, V], f }, [wbar, Vbar]) => {
      const straight = wbar && had(V, t(even(f, wbar)));
      const turned = Vbar && mul(V, gap(f, mul(t(V), Vbar)));
      const W = straight && turned ? add(straight, turned) : (straight ?? turned ?? fill(V, 0));
      const total = (X: Term) => mul(X, fill(w, 1));
      const beside = add(had(gather(W, head), gather(V, tail)), had(gather(W, tail), gather(V, head)));
      return [total(had(W, V)), total(beside)];
    },
  }),
  examples: [
    { shapes: [[4], [3]], options: [] },
    { shapes: [[1], [0]], options: [] },
  ],
});
