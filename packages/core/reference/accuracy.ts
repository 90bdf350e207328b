import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { NdArray } from '../src/array.ts';
import type { AnyIdentity } from '../src/define/define.ts';
import { float64 } from '../src/interpret/float64/float64.ts';
import {
  arbitraryInputs,
  checkGrads,
  distance,
  frobenius,
  GradientMismatchError,
} from '../src/testing/index.ts';

/** The worst errors of an identity over random inputs, which `npm run accuracy` measures. */
export interface Accuracy {
  readonly inputs: number;
  /** Of the defining equation, in units of u = 2⁻⁵³ of the sizes in it. */
  readonly equation?: number;
  /** Of the JVP against four-point differences of the value, relative. */
  readonly jvp: number;
  /** Of ⟨Ȳ, JVP⟩ against ⟨VJP, dA⟩, in units of u of the sizes in it. */
  readonly adjoint: number;
}

export const accuracyFile = 'docs/identities/accuracy.json';
const UNIT = 2 ** -53;
const INPUTS = 25;

/** Two digits: more would change from machine to machine. */
const rounded = (x: number): number => Number(x.toPrecision(2));
const list = (y: unknown) => (Array.isArray(y) ? y : [y]) as NdArray[];

/** Error of the defining equation at x, relative to the sizes in it. */
function residual({ spec }: AnyIdentity, x: readonly NdArray[], options: readonly unknown[]): number {
  const arranged = x.map((A, i) => {
    const column = spec.signature.inputs[i]?.length === 1 ? float64.reshape(A, [...A.shape, 1]) : A;
    return spec.domain[i]?.word === 'sym' ? float64.sym(column) : column;
  });
  const saved = float64.call(spec, arranged, options);
  const [left, right] = spec.equation?.(float64, saved) ?? [];
  if (left === undefined || right === undefined) return 0;
  const size = frobenius(left) + frobenius(right) + frobenius(...x) * frobenius(...list(saved.y));
  return distance([left], [right]) / (size || 1);
}

/** The relative errors of the derivatives at x; those over a tolerance are measured like all others. */
function derivatives(id: AnyIdentity, x: readonly NdArray[], options: readonly unknown[], seed: number) {
  const call = id as unknown as (...args: unknown[]) => NdArray;
  try {
    const f = (...args: NdArray[]) => call(...args, ...options);
    return checkGrads(f, x, { order: 1, domain: id.spec.domain, seed, tolerance: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (error instanceof GradientMismatchError) return error.report;
    throw error;
  }
}

/** Measures one identity, on the same inputs every time. */
export function measure(id: AnyIdentity): Accuracy {
  const { spec } = id;
  const options = spec.examples[0]?.options ?? [];
  const drawn = fc.sample(arbitraryInputs(spec, { min: 1, max: 6 }), { seed: 1, numRuns: INPUTS });
  let [equation, jvp, adjoint] = [0, 0, 0];
  drawn.forEach((x, seed) => {
    const report = derivatives(id, x, options, seed + 1);
    equation = Math.max(equation, residual(id, x, options));
    jvp = Math.max(jvp, report.jvp);
    adjoint = Math.max(adjoint, report.adjoint);
  });
  return {
    inputs: INPUTS,
    ...(spec.equation && { equation: rounded(equation / UNIT) }),
    jvp: rounded(jvp),
    adjoint: rounded(adjoint / UNIT),
  };
}

/** What was measured last, by name. */
export function committedAccuracy(root: URL): ReadonlyMap<string, Accuracy> {
  try {
    const known = JSON.parse(readFileSync(new URL(accuracyFile, root), 'utf8')) as Record<string, Accuracy>;
    return new Map(Object.entries(known));
  } catch {
    return new Map();
  }
}

/** One identity a line, so that a new one changes one line. */
export function accuracyText(figures: ReadonlyMap<string, Accuracy>): string {
  const lines = [...figures].map(([name, figure]) => {
    const fields = Object.entries(figure).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
    return `  "${name}": { ${fields.join(', ')} }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
