import type { NdArray } from '../../array.ts';
import { DomainError, SingularMatrixError } from '../../errors.ts';
import { mapped } from '../../kernel/mapped.ts';
import { frobenius } from '../sylvester/separation.ts';
import type { Sylvester } from '../sylvester/sylvester.ts';

/** What a Riccati equation is to the last steps of its solution. */
export interface Riccati {
  readonly n: number;
  /** What is left of the equation at X, and the derivative of the equation there: a Lyapunov or Stein equation. */
  linearised(X: Float64Array): { residual: Float64Array; equation: Sylvester };
  /** Whether an eigenvalue of the closed loop is where it should be. */
  stable(re: number, im: number): boolean;
}

const STEPS = 12;

export function refuse(op: string): never {
  throw new DomainError(
    op,
    'expected a stabilising solution, got none',
    'Every mode of A that is not stable must be within reach of B; those that are on the border of stability must show in Q.',
  );
}

const symmetric = (n: number, X: Float64Array): Float64Array =>
  mapped(X, (x, p) => x / 2 + X[(p % n) * n + Math.floor(p / n)] / 2);

/**
 * X refined by Newton's method, which takes what the first method has lost and converges to the stabilising solution from any
 * stabilising X (Kleinman); that it stabilises is checked.
 */
export function newton(op: string, { n, linearised, stable }: Riccati, start: Float64Array): Float64Array {
  let X = symmetric(n, start);
  let last = 1 / 0;
  for (let step = 0; ; step++) {
    if (!X.every(Number.isFinite)) refuse(op);
    const { residual, equation } = linearised(X);
    const { re, im } = equation.A.eigenvalues();
    if (!re.data.every((a, i) => stable(a, im.data[i]))) refuse(op);
    const D = solved(op, equation, { shape: [n, n], data: residual });
    const change = frobenius(D);
    if (change >= last / 2 || step === STEPS) {
      // What no longer shrinks is rounding, unless it is large.
      if (!(change <= 2 ** -13 * frobenius(X))) refuse(op);
      return X;
    }
    X = symmetric(
      n,
      mapped(X, (x, p) => x + D[p]),
    );
    if (change === 0) return X;
    last = change;
  }
}

function solved(op: string, equation: Sylvester, C: NdArray): Float64Array {
  try {
    return equation.solve(C).data;
  } catch (error) {
    if (error instanceof SingularMatrixError) refuse(op);
    throw error;
  }
}
