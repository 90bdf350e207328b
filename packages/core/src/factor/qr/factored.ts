import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { copy } from '../../kernel/copy.ts';
import { applyQ, formQ } from './applyQ.ts';
import type { QRFactors } from './factor.ts';
import { rescaled } from './rescaled.ts';

const shapeOf = (stack: readonly number[], rows: number, cols: number): readonly number[] =>
  stack.length === 0 ? [rows, cols] : [...stack, rows, cols];

/**
 * A stack of Q·R that is factored already; Q has `cols` columns.
 *
 * A class, because a getter in an object literal takes V8 a microsecond to make, as long as a 4×4 factorisation.
 */
export class Factored {
  readonly A: NdArray;
  readonly m: number;
  readonly n: number;
  readonly R: NdArray;
  readonly factors: QRFactors;
  readonly op: string;
  readonly stack: readonly number[];
  readonly cols: number;
  #Q: NdArray | undefined;

  constructor(A: NdArray, op: string, stack: readonly number[], cols: number, f: QRFactors, R: Float64Array) {
    this.A = A;
    this.m = f.m;
    this.n = f.n;
    this.R = { shape: shapeOf(stack, cols, f.n), data: R };
    this.factors = f;
    this.op = op;
    this.stack = stack;
    this.cols = cols;
    this.#Q = undefined;
  }

  get Q(): NdArray {
    this.#Q ??= orthogonal(this.factors, this.stack, this.cols);
    return this.#Q;
  }

  applyQ(B: NdArray): NdArray {
    return rescaled(B, (b) => multiply(this.factors, this.stack, this.cols, this.m, false, b));
  }

  applyQt(B: NdArray): NdArray {
    return rescaled(B, (b) => multiply(this.factors, this.stack, this.m, this.cols, true, b));
  }
}

function orthogonal(f: QRFactors, stack: readonly number[], cols: number): NdArray {
  const size = f.m * cols;
  const data = allocate(f.members * size);
  for (let i = 0; i < f.members; i++) formQ(f, i, cols, data, i * size);
  return { shape: shapeOf(stack, f.m, cols), data };
}

/** Q·B or Qᵀ·B: from `from` rows to `to` rows, of the m that the whole Q has. */
export function multiply(
  f: QRFactors,
  own: readonly number[],
  from: number,
  to: number,
  transposed: boolean,
  B: NdArray,
): NdArray {
  const { m } = f;
  const c = B.shape[B.shape.length - 1];
  const { stack, ia, ib } = pairStacks(own, stackOf(B));
  const data = allocate(ia.length * to * c);
  const X = to === m ? data : new Float64Array(m * c);
  for (let i = 0; i < ia.length; i++) {
    const x = to === m ? i * m * c : 0;
    copy(from * c, B.data, ib[i] * from * c, X, x);
    applyQ(f, ia[i], transposed, X, x, c);
    if (to !== m) copy(to * c, X, 0, data, i * to * c);
  }
  return { shape: [...stack, to, c], data };
}
