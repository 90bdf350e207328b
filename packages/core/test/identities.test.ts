import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { real, symmetric as symmetricOnly } from '../src/define/domain.ts';
import { array, grad, hessian, hvp, jacobian, jvp, vjp } from '../src/index.ts';
import { checkGrads, distance, dot, frobenius, randomArray, uniform } from '../src/testing/index.ts';
import { evaluate, isKnown, type Scope } from './support/evaluate.ts';
import { parse } from './support/parse.ts';

interface Variable {
  readonly name: string;
  readonly properties: readonly string[];
}
interface Row {
  readonly id: string;
  readonly kind: 'gradient' | 'jacobian' | 'hessian' | 'tangent';
  readonly expression: string;
  readonly expected: string;
  readonly variables: readonly Variable[];
  readonly wrt: string;
  /** The other variable of a mixed second derivative. */
  readonly wrt2?: string | null;
}
type Numbers = number | readonly number[] | readonly (readonly number[])[];
interface Sample {
  readonly dims: Readonly<Record<string, number>>;
  readonly inputs: Readonly<Record<string, Numbers>>;
  readonly value: readonly (readonly number[])[];
  readonly derivative: readonly (readonly number[])[];
}

const TOLERANCE = 1e-9;
// Tables of identities with samples of their values, checked elsewhere; they live beside the repository.
const folder = new URL('../../../../shared/identities/', import.meta.url);
const absent = !existsSync(folder);
const read = <T>(name: string, otherwise: T): T =>
  absent ? otherwise : (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T);
const rows = read<Row[]>('identities.json', []);
const values = read<Record<string, Sample[]>>('values.json', {});

/** A vector of numbers as the column that it is. */
const asMatrix = (x: Numbers): NdArray => {
  const A = array(x);
  return A.shape.length === 1 ? { ...A, shape: [A.shape[0], 1] } : A;
};
const asTable = (A: NdArray): NdArray =>
  A.shape.length === 2 ? A : { ...A, shape: A.shape.length === 0 ? [1, 1] : [A.shape[0], 1] };
const sizes = (A: NdArray): [number, number] => asTable(A).shape as [number, number];
const at = ([rows, columns]: [number, number], k: number): number =>
  (k % rows) * columns + Math.floor(k / rows);

/** Entries in the order of columns, rows first: vec along both groups of axes. */
function vecBoth(J: NdArray, out: [number, number], into: [number, number]): NdArray {
  const [p, q] = [out[0] * out[1], into[0] * into[1]];
  const data = Float64Array.from(
    { length: p * q },
    (_, k) => J.data[at(out, Math.floor(k / q)) * q + at(into, k % q)],
  );
  return { shape: [p, q], data };
}
const vecOf = (A: NdArray): NdArray => vecBoth(A, sizes(A), [1, 1]);

/** The projection on the structure of a variable: gradients there are the projected ones. */
function project(G: NdArray, properties: readonly string[]): NdArray {
  const [m, n] = sizes(G);
  const entry = (keep: (i: number, j: number) => number): NdArray => ({
    shape: G.shape,
    data: Float64Array.from({ length: m * n }, (_, k) => keep(Math.floor(k / n), k % n)),
  });
  const g = (i: number, j: number) => G.data[i * n + j];
  if (properties.includes('symmetric') || properties.includes('spd'))
    return entry((i, j) => (g(i, j) + g(j, i)) / 2);
  if (properties.includes('skew')) return entry((i, j) => (g(i, j) - g(j, i)) / 2);
  if (properties.includes('lower')) return entry((i, j) => (i >= j ? g(i, j) : 0));
  if (properties.includes('upper')) return entry((i, j) => (i <= j ? g(i, j) : 0));
  if (properties.includes('diagonal')) return entry((i, j) => (i === j ? g(i, j) : 0));
  return G;
}

const near = (got: NdArray, wanted: NdArray) => {
  expect(got.shape).toEqual(wanted.shape);
  expect(distance([got], [wanted])).toBeLessThanOrEqual(TOLERANCE * Math.max(1, frobenius(wanted)));
};

/** A matrix of derivatives applied to a direction. */
const applied = (J: NdArray, x: NdArray): NdArray => ({
  shape: [J.shape[0], 1],
  data: Float64Array.from({ length: J.shape[0] }, (_, i) =>
    x.data.reduce((sum, a, j) => sum + J.data[i * J.shape[1] + j] * a, 0),
  ),
});

describe.skipIf(absent)('identities of ../shared/identities (left out where the folder is absent)', () => {
  test('there are all of them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(185);
    expect(rows.filter(({ id }) => values[id] === undefined)).toEqual([]);
  });

  const cases = rows.flatMap((row) => (values[row.id] ?? []).map((sample, i) => [row, sample, i] as const));
  test.each(cases.map((c) => [`${c[0].id}.${c[2]}: d ${c[0].expression} / d ${c[0].wrt}`, ...c] as const))(
    '%s',
    (_, { expression, expected, kind, variables, wrt, wrt2 }, sample) => {
      const scope: Scope = {
        ...sample.dims,
        ...Object.fromEntries(Object.entries(sample.inputs).map(([name, x]) => [name, asMatrix(x)])),
      };
      const { properties } = variables.find(({ name }) => name === wrt) as Variable;
      const tree = parse(expression);
      const f = (x: NdArray) => evaluate(tree, { ...scope, [wrt]: x });
      const X = scope[wrt] as NdArray;
      const wanted = array(sample.derivative);
      const value = array(sample.value);

      near(asTable(f(X)), value);
      // The closed form may name what only closed forms need.
      const closed = parse(expected);
      if (isKnown(closed)) near(asTable(evaluate(closed, scope)), wanted);

      const dX = project(randomArray(uniform(11), X.shape), properties);
      const { tangent } = jvp(f, [X], [dX]);
      if (kind === 'gradient') {
        near(asTable(project(grad(f)(X), properties)), wanted);
        near(tangent, array(dot([{ ...wanted, shape: X.shape }], [dX])));
      } else if (kind === 'tangent') {
        near(asTable(jvp(f, [X], [array(1)]).tangent), wanted);
        near(asTable(jacobian(f)(X)), wanted);
      } else if (kind === 'jacobian') {
        near(vecBoth(jacobian(f)(X), sizes(value), sizes(X)), wanted);
        near(vecOf(asTable(tangent)), applied(wanted, vecOf(dX)));
        const bar = randomArray(uniform(12), f(X).shape);
        const [back] = vjp(f, X).pullback(bar);
        expect(dot([back], [dX])).toBeCloseTo(dot([bar], [tangent]), 9);
      } else if (wrt2 && wrt2 !== wrt) {
        const both = (x: NdArray, y: NdArray) => evaluate(tree, { ...scope, [wrt]: x, [wrt2]: y });
        const Y = scope[wrt2] as NdArray;
        near(vecBoth(jacobian((y) => grad(both)(X, y))(Y), sizes(X), sizes(Y)), wanted);
      } else {
        near(vecBoth(hessian(f)(X), sizes(X), sizes(X)), wanted);
        near(vecOf(asTable(hvp(f)(X, dX))), applied(wanted, vecOf(dX)));
      }
    },
  );
});

test.each([
  ['-2^2', -4],
  ['2^-1', 0.5],
  ['2^3^2', 64],
  ['1-2-3', -4],
  ['8/4/2', 1],
  ['-a*2+3', -1],
  ["(1+a)'*.5e1", 15],
])('%s is %d', (text, wanted) => {
  expect(evaluate(parse(text), { a: 2 }).data[0]).toBe(wanted);
});

test.each(['1+', '(2', '2)', 'f(1', '1 $ 2', 'b', 'f(1)'])('%s is refused', (text) => {
  expect(() => evaluate(parse(text), {})).toThrow();
});

// Functions and operators that those samples leave out.
test.each([
  [
    'sum(cosm(A))+3*sum(sinm(A).*A)',
    {
      A: [
        [1, 2],
        [2, -1],
      ],
    },
  ],
  [
    'norm1(A)+norminf(A)+normnuc(A)+normspec(A)',
    {
      A: [
        [1, 2],
        [0.5, -1],
      ],
    },
  ],
  [
    'tr(A\\B)+tr(B/A)+sum(khatrirao(A,B))',
    {
      A: [
        [3, 1],
        [1, 2],
      ],
      B: [
        [1, 0.5],
        [2, 1],
      ],
    },
  ],
  [
    'a^b+sum(A.^b)',
    {
      A: [
        [1, 2],
        [3, 4],
      ],
      a: 2,
      b: 1.5,
    },
  ],
  [
    'prod(A)+sum(cumsum(A))+sum(cumprod(A))+max(A)-min(A)',
    {
      A: [
        [1, 2],
        [3, 5],
      ],
    },
  ],
  [
    'eigmin(A)+svdmin(A)+sum(charpoly(A))+logsumexp(A)',
    {
      A: [
        [4, 1],
        [1, 2],
      ],
    },
  ],
  [
    'norm2(chol(A))+sum(pinv(A))+sum(sqrtm(A))',
    {
      A: [
        [4, 1],
        [1, 2],
      ],
    },
  ],
  [
    'sum(adj(A)+cof(A)+tril(A)+triu(A))+sumsq(vech(A))',
    {
      A: [
        [4, 1],
        [1, 2],
      ],
    },
  ],
  ['cross(a,b)', { a: [1, 2, 3], b: [2, 0, 1] }],
  ['outer(a,b)+toeplitz(a)', { a: [1, 2, 3], b: [2, 0, 1] }],
  [
    'A^0.5',
    {
      A: [
        [4, 1],
        [1, 2],
      ],
    },
  ],
])('%s differentiates rightly', (text, variables) => {
  const tree = parse(text);
  const names = Object.keys(variables);
  const f = (...x: NdArray[]) => evaluate(tree, Object.fromEntries(names.map((name, i) => [name, x[i]])));
  const primals = Object.values(variables).map((x) => asMatrix(x as Numbers));
  const domain = primals.map(({ shape }) =>
    shape.length === 2 && shape[0] === shape[1] ? symmetricOnly : real,
  );
  checkGrads(f, primals, { domain });
});
