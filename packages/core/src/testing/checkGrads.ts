import { type ArrayInput, type NdArray, toArray } from '../array.ts';
import { jvp } from '../autodiff/jvp.ts';
import { vjp } from '../autodiff/vjp.ts';
import type { AnyIdentity } from '../define/define.ts';
import type { Domain } from '../define/domain.ts';
import { DomainError, MatgradError } from '../errors.ts';
import { add } from '../identity/add.ts';
import { hadamard } from '../identity/hadamard.ts';
import { sum } from '../identity/sum.ts';
import { combine, distance, dot, frobenius } from './closeness.ts';
import { randomArray, uniform } from './random.ts';

type Arrays = readonly NdArray[];
type ArrayFunction = (...args: NdArray[]) => NdArray | Arrays;

/** Relative errors of every check that {@link checkGrads} makes. */
export interface GradReport {
  /** The JVP against four-point differences of the value. */
  readonly jvp: number;
  /** ⟨J·v, w⟩ against ⟨v, Jᵀ·w⟩. */
  readonly adjoint: number;
  /** The VJP alone, against four-point differences of ⟨w, f⟩. */
  readonly vjp: number;
  /** Second derivatives by each nesting (outer mode first) against four-point differences of the VJP. */
  readonly forwardForward?: number;
  readonly forwardReverse?: number;
  readonly reverseForward?: number;
  readonly reverseReverse?: number;
}

/** Options of {@link checkGrads}. */
export interface GradCheck {
  /** 1 checks first derivatives only; 2, the default, also all nestings of two modes. */
  readonly order?: 1 | 2;
  /** Seed of the random directions. */
  readonly seed?: number;
  /** What differences may be off by, relative: 1e-8 fits matrices with condition numbers up to about 1e3. */
  readonly tolerance?: number;
  /** Where each input lives: directions are taken inside it. Where left out, what an identity says of its own. */
  readonly domain?: readonly Domain[];
}

/** A derivative that disagrees with differences, or a JVP and a VJP that disagree with each other. */
export class GradientMismatchError extends MatgradError {
  declare readonly report: GradReport;
  constructor(what: string, report: GradReport) {
    super('GRADIENT_MISMATCH', 'checkGrads', `expected derivatives that agree, got ${what}`, { report });
  }
}

// The adjoint identity takes no step and no difference: what is left is rounding.
const ADJOINT = 1e-12;

const list = (y: NdArray | Arrays): Arrays => (Array.isArray(y) ? y : [y]) as Arrays;

/** Four-point central differences of g along v; the better of two steps, for one may be too long for its function. */
function difference(g: (...x: NdArray[]) => Arrays, x: Arrays, v: Arrays, steps = [1e-3, 2.5e-4]): Arrays[] {
  const at = (h: number) => g(...x.map((A, i) => combine([1, A], [h, v[i]])));
  return steps.map((step) => {
    const h = step * Math.max(1, frobenius(...x) / Math.sqrt(x.length));
    const [p, m, pp, mm] = [at(h), at(-h), at(2 * h), at(-2 * h)];
    const c = 1 / (12 * h);
    return p.map((_, i) => combine([8 * c, p[i]], [-8 * c, m[i]], [-c, pp[i]], [c, mm[i]]));
  });
}

/** Error of `got` against the closest of the references, in units of what differences can tell at all. */
function deviation(got: Arrays, references: Arrays[], size: number): number {
  const errors = references.map((ref) => {
    const error = distance(got, ref);
    return error === 0 ? 0 : error / (frobenius(...ref) + 1e-3 * size + Number.MIN_VALUE);
  });
  return Math.min(...errors);
}

const total = (A: Arrays, B: Arrays): NdArray =>
  A.map((a, i) => sum(hadamard(a, B[i]))).reduce((s, term) => add(s, term));

const scalarDeviation = (got: number, references: readonly number[], scale: number): number =>
  Math.min(...references.map((ref) => (got === ref ? 0 : Math.abs(got - ref) / (scale || 1))));

/** A function, a point x with y = f(x), two directions v and u at it, and a cotangent w of y. */
interface Probe {
  readonly value: (...args: NdArray[]) => Arrays;
  readonly x: Arrays;
  readonly y: Arrays;
  readonly v: Arrays;
  readonly u: Arrays;
  readonly w: Arrays;
}

const push = ({ value, v }: Probe, args: Arrays): Arrays => jvp(value, args, v).tangent;
const pull = ({ value, w }: Probe, args: Arrays): Arrays => vjp(value, ...args).pullback(w);

function firstOrder(probe: Probe): Pick<GradReport, 'jvp' | 'adjoint' | 'vjp'> {
  const { value, x, y, v, w } = probe;
  const [Jv, Jw] = [push(probe, x), pull(probe, x)];
  const steps = difference(value, x, v);
  const size = frobenius(...y);
  const along = frobenius(...v) * frobenius(...Jw);
  return {
    jvp: deviation(Jv, steps, size),
    // Where a derivative cancels to zero, rounding of the size of the value is left: that is what 1e-2 allows for.
    adjoint:
      Math.abs(dot(Jv, w) - dot(v, Jw)) /
      (frobenius(...Jv) * frobenius(...w) + along + 1e-2 * size * frobenius(...w) || 1),
    vjp: scalarDeviation(
      dot(v, Jw),
      steps.map((step) => dot(w, step)),
      along + 1e-3 * size * frobenius(...w),
    ),
  };
}

function secondOrder(probe: Probe): Omit<GradReport, 'jvp' | 'adjoint' | 'vjp'> {
  const { x, y, v, u, w } = probe;
  const gradient = (...args: NdArray[]) => pull(probe, args);
  const slope = (...args: NdArray[]) => total(push(probe, args), w);
  const steps = difference(gradient, x, v);
  const size = frobenius(...gradient(...x)) + frobenius(...y);
  return {
    forwardForward: scalarDeviation(
      jvp(slope, x, u).tangent.data[0],
      steps.map((step) => dot(u, step)),
      frobenius(...u) * (frobenius(...steps[0]) + 1e-3 * size),
    ),
    forwardReverse: deviation(jvp(gradient, x, v).tangent, steps, size),
    reverseForward: deviation(vjp(slope, ...x).pullback(1), steps, size),
    reverseReverse: deviation(vjp((...args) => total(pull(probe, args), v), ...x).pullback(1), steps, size),
  };
}

/**
 * Checks the derivatives of a function at a point: JVP against four-point differences, JVP against VJP, VJP alone, and
 * second derivatives in all four nestings of forward and reverse mode.
 *
 * @param f a function of arrays, written with matgrad's operations, with one output or several
 * @param primals the point
 * @param options order, tolerance, seed of the random directions, and the domain to take them in
 * @returns the relative error of every check
 * @throws {GradientMismatchError} if one is over its tolerance: 1e-12 for the adjoint identity, `tolerance` for differences
 * @example
 * checkGrads(inv, [[[2, 1], [1, 3]]]).adjoint < 1e-12 //=> true
 */
export function checkGrads(
  f: ArrayFunction,
  primals: readonly ArrayInput[],
  options: GradCheck = {},
): GradReport {
  const { order = 2, seed = 1, tolerance = 1e-8 } = options;
  const domain = options.domain ?? (f as Partial<AnyIdentity> | undefined)?.spec?.domain;
  if (!Array.isArray(primals)) throw new DomainError('checkGrads', 'expected a list of arguments');
  const next = uniform(seed);
  const x = primals.map((A) => toArray('checkGrads', A));
  const direction = () =>
    x.map((A, i) => {
      const v = randomArray(next, A.shape);
      return domain?.[i]?.project?.(v) ?? v;
    });
  const value = (...args: NdArray[]) => list(f(...args));
  const y = value(...x);
  const [v, u] = [direction(), direction()];
  const w = y.map((part) => randomArray(next, part.shape));
  const probe: Probe = { value, x, y, v, u, w };
  const report: GradReport = { ...firstOrder(probe), ...(order === 2 && secondOrder(probe)) };
  const over = Object.entries(report).filter(
    ([kind, error]) => !(error <= (kind === 'adjoint' ? ADJOINT : tolerance)),
  );
  if (over.length === 0) return report;
  throw new GradientMismatchError(
    over.map(([kind, error]) => `${kind} off by ${error.toExponential(2)}`).join(', '),
    report,
  );
}
