import type { Term } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { upperDivisor } from '../define/columnRank.ts';
import { defineIdentity } from '../define/define.ts';
import { fullRank } from '../define/domain.ts';
import { leadingColumns, strictlyLower, upperTriangle } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import { qr as factor, type QROptions } from '../factor/qr/qr.ts';
import { gather as plainGather } from '../interpret/float64/indexing.ts';

/** Refuses what has no derivative: columns of Q beyond the range of A may turn freely. */
function undivided(A: NdArray) {
  const refuse = (): never => {
    throw new DomainError(
      'qr',
      "expected mode 'thin' for derivatives, got 'complete' of a tall matrix",
      'The columns of Q that complete it are not unique; their projector is I - Q·Qᵀ of the thin Q.',
    );
  };
  return { A, solve: refuse, solveT: refuse };
}

/**
 * QR factorisation of a square, tall or wide matrix.
 *
 * @param A m×n matrix; for derivatives its first k = min(m, n) columns must be linearly independent
 * @param options `{ mode: 'complete' }` gives all m columns of Q and m rows of R; `'thin'` is the default
 * @returns `[Q, R]`, Q m×k with orthonormal columns, R k×n upper triangular with a nonnegative diagonal, Q·R = A
 * @throws {ShapeError} if A is no matrix
 * @throws {SingularMatrixError} from its derivatives, where one of the first k columns depends on those before it to working precision
 * @throws {DomainError} if there is no such mode; and from derivatives of the complete mode where m > n
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * qr([[3], [4]]).map(toNested) //=> [[[0.6], [0.8]], [[5]]]
 * qr([[0, 2], [3, 0]]).map(toNested) //=> [[[0, 1], [1, 0]], [[3, 0], [0, 2]]]
 * @flops 4mn^2 - 4n^3/3
 * @source Walter & Lehmann 2010; Roberts & Roberts 2020
 */
export const qr = /* @__PURE__ */ defineIdentity<'(m,n)->(m,k),(k,n)', [options?: QROptions]>({
  name: 'qr',
  signature: '(m,n)->(m,k),(k,n)',
  domain: [fullRank],
  check: (_, [options]) => {
    const { mode = 'thin', ...others }: Record<string, unknown> = Object(options);
    if ((mode !== 'thin' && mode !== 'complete') || Object.keys(others).length > 0)
      throw new DomainError('qr', `expected { mode: 'thin' } or 'complete', got ${JSON.stringify(options)}`);
  },
  forward: ([A], [options]) => {
    const { Q, R } = factor(A, 'qr', options);
    const [m, n] = A.shape.slice(-2);
    const lead = m < n ? plainGather(R, leadingColumns) : R;
    const free = options?.mode === 'complete' && m > n;
    return { y: [Q, R], f: free ? undivided(lead) : upperDivisor('qr', lead, lead, m) };
  },
  equation: ({ mul }, { x: [A], y: [Q, R] }) => [mul(Q, R), A],
  latex: (A) => `\\operatorname{qr}(${A})`,
  factors: (_, [, R], { gather }) => [gather(R, leadingColumns)],
  words: {
    add: special.add,
    gather: special.gather,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    scatter: special.scatter,
    sub: special.sub,
  },
  // With X = dA·R⁻¹ (leading columns) and QᵀX = QᵀdQ + dR·R⁻¹: Ω = QᵀdQ is skew and has the strictly lower part of QᵀX.
  rule: ({ add, gather, ldiv, ldivT, mul, scatter, sub, t }) => {
    const lower = (W: Term) => gather(W, strictlyLower);
    return {
      jvp: ({ y: [Q, R], f }, dA) => {
        const X = t(ldivT(f, t(gather(dA, leadingColumns))));
        const Z = mul(t(Q), X);
        const Omega = sub(lower(Z), t(lower(Z)));
        return [
          add(sub(X, mul(Q, Z)), mul(Q, Omega)),
          gather(sub(mul(t(Q), dA), mul(Omega, R)), upperTriangle),
        ];
      },
      vjp: ({ x: [A], y: [Q, R], f }, [Qbar, Rbar]) => {
        const [S, T] = [mul(t(Q), Qbar), gather(Rbar, upperTriangle)];
        const W = sub(S, mul(T, t(R)));
        const Xbar = add(sub(Qbar, mul(Q, S)), mul(Q, lower(sub(W, t(W)))));
        return [add(mul(Q, T), scatter(t(ldiv(f, t(Xbar))), leadingColumns, A.shape))];
      },
    };
  },
  examples: [
    { shapes: [[3, 3]], options: [] },
    { shapes: [[4, 2]], options: [] },
    { shapes: [[2, 4]], options: [] },
    { shapes: [[2, 3]], options: [{ mode: 'complete' }] },
  ],
});
