import { describe, expect, test } from 'vitest';
import { monitor } from '../src/diagnose.ts';
import {
  array,
  block,
  concat,
  type DomainError,
  defineIdentity,
  det,
  domain,
  grad,
  hessian,
  hvp,
  inv,
  jacobian,
  jvp,
  logabsdet,
  logdet,
  logSoftmax,
  logsumexp,
  lstsq,
  MatgradError,
  matmul,
  max,
  mean,
  min,
  normInf,
  pow,
  qr,
  slogdet,
  softmax,
  solve,
  stack,
  sum,
  take,
  toNested,
  unvec,
  valueAndGrad,
  vjp,
} from '../src/index.ts';
import { formulas, symbol } from '../src/latex.ts';
import { leastSquaresResidual } from '../src/structured.ts';
import { checkGrads } from '../src/testing/index.ts';

// What JavaScript lets through and types do not.
const wild = <T>(x: unknown) => x as T & never;
const refusal = (f: () => unknown): MatgradError => {
  try {
    f();
  } catch (error) {
    expect(error).toBeInstanceOf(MatgradError);
    return error as DomainError;
  }
  throw new Error('nothing was thrown');
};
const A = [
  [2, 0],
  [0, 4],
];
const circle: unknown[] = [];
circle.push(circle);
const spiral: unknown[] = [1];
spiral.push(spiral, spiral);

describe('options', () => {
  test.each<[string, unknown]>([
    ['a second matrix', A],
    ['an array', { shape: [2, 2], data: [1, 0, 0, 1] }],
    ['a misspelt key', { illconditioned: true }],
    ['a word', 'illConditioned'],
  ])('%s is none', (_, options) => {
    expect(refusal(() => inv(A, wild(options))).code).toBe('DOMAIN');
    expect(refusal(() => solve(A, [1, 2], wild(options))).code).toBe('DOMAIN');
  });

  test.each([{ complete: true }, 'complete', { mode: 'full' }, { mode: 'thin', pivot: true }])(
    'qr takes no %o',
    (options) => {
      expect(refusal(() => qr(A, wild(options))).code).toBe('DOMAIN');
    },
  );

  test('none at all is fine', () => {
    for (const options of [undefined, null, {}])
      expect(toNested(inv(A, wild(options)))).toEqual([
        [0.5, 0],
        [0, 0.25],
      ]);
  });
});

describe('nothing', () => {
  test.each([
    ['max', max],
    ['min', min],
    ['mean', mean],
    ['softmax', softmax],
    ['logSoftmax', logSoftmax],
    ['logsumexp', logsumexp],
  ])('has no %s', (name, f) => {
    expect(refusal(() => f([])).message).toBe(`${name}: expected at least one number, got none`);
    expect(refusal(() => f({ shape: [2, 0], data: [] }, 1)).code).toBe('DOMAIN');
  });
});

describe('arrays', () => {
  test.each<[string, unknown, string]>([
    ['big integers for sizes', { shape: [2n, 2n], data: [1, 0, 0, 1] }, 'SHAPE'],
    ['broken sizes', { shape: [0.5], data: [] }, 'SHAPE'],
    ['big integers', [[1n]], 'DOMAIN'],
    ['typed big integers', { shape: [1, 1], data: new BigInt64Array(1) }, 'DOMAIN'],
    ['nesting in circles', circle, 'DOMAIN'],
    ['nesting in spirals', spiral, 'DOMAIN'],
    ['digits', ['1'], 'DOMAIN'],
    ['digits as data', { shape: [1], data: ['1'] }, 'DOMAIN'],
    ['null', [null], 'DOMAIN'],
    ['null as data', { shape: [1], data: [null] }, 'DOMAIN'],
    ['null behind strides', { shape: [1], data: [0, null], offset: 1 }, 'DOMAIN'],
    ['strides out of range', { shape: [2], data: [1, 2], stride: [-1] }, 'SHAPE'],
    ['a number among rows', [[1, 2], 3], 'SHAPE'],
    ['null among rows', [[1, 2], null], 'DOMAIN'],
    ['a promise', Promise.resolve(A), 'DOMAIN'],
  ])('%s', (_, x, code) => {
    expect(refusal(() => array(wild(x))).code).toBe(code);
    expect(refusal(() => inv(wild(x))).op).toBe('inv');
  });
});

describe('identities', () => {
  test('jvp wants lists', () => {
    for (const [primals, tangents] of [
      [array(A), array(A)],
      [[A], array(A)],
      [[A], A],
      [[A], undefined],
      [undefined, undefined],
      [[A], [A, A]],
    ]) {
      expect(refusal(() => inv.jvp(wild(primals), wild(tangents))).message).toMatch(
        /^inv: expected lists of primals/,
      );
    }
  });

  test('pullbacks want cotangents', () => {
    expect(refusal(() => inv.vjp(A).pullback(wild(undefined))).code).toBe('DOMAIN');
    expect(refusal(() => slogdet.vjp(A).pullback(wild(1))).code).toBe('DOMAIN');
  });

  test('lists of arrays', () => {
    for (const f of [stack, concat, block]) expect(refusal(() => f(wild(1))).code).toBe('DOMAIN');
  });

  const record = {
    name: 'twice',
    signature: '(m,n)->(m,n)',
    domain: [domain.real],
    forward: ([X]: readonly { shape: readonly number[]; data: Float64Array }[]) => ({ y: X }),
    latex: (X: string) => X,
    rule: () => ({}),
  };
  test.each<[string, object | undefined]>([
    ['a name', {}],
    ['a name', undefined],
    ['a signature', { ...record, signature: 3 }],
    ['a signature', { ...record, signature: 'm,n' }],
    ['a signature', { ...record, signature: '(m,n)' }],
    ['axes the inputs have', { ...record, signature: '(m,n)->(k)' }],
    ['a domain for each of 1', { ...record, domain: [] }],
    ['a domain for each of 1', { ...record, domain: ['real'] }],
    ['a function forward', { ...record, forward: undefined }],
    ['a function latex', { ...record, latex: 'X' }],
    ['a function rule', { ...record, rule: {} }],
  ])('a record without %s', (what, broken) => {
    expect(refusal(() => defineIdentity(wild(broken))).message).toContain(
      `defineIdentity: expected ${what}`.replace('expected axes', 'expected outputs whose axes'),
    );
  });
});

describe('what is to be differentiated', () => {
  test.each([
    ['grad', grad],
    ['grad', valueAndGrad],
    ['hessian', hessian],
    ['jacobian', jacobian],
  ] as const)('%s of no function, in no argument', (op, derivative) => {
    for (const f of [null, undefined, A, 'det']) {
      expect(refusal(() => derivative(wild(f))).message).toContain(`${op}: expected a function`);
    }
    for (const argnum of [-1, 0.5, '0', Number.NaN]) {
      expect(refusal(() => derivative(wild(det), wild(argnum))).message).toContain('number of an argument');
    }
  });

  test('jvp and vjp of no function', () => {
    expect(refusal(() => jvp(wild(null), [A], [A])).op).toBe('jvp');
    expect(refusal(() => vjp(wild(null), A)).op).toBe('vjp');
  });

  test('what returns nothing, or a promise', () => {
    const nothing = wild<typeof det>(() => {});
    const later = wild<typeof det>(async () => det(A));
    expect(refusal(() => grad(nothing)(A)).message).toMatch(/^grad: .*undefined\n.*return/);
    expect(refusal(() => jacobian(nothing)(A)).op).toBe('jacobian');
    expect(refusal(() => jvp(nothing, [A], [A])).op).toBe('jvp');
    expect(refusal(() => grad(later)(A)).message).toMatch(/Promise/);
  });
});

describe('symbols', () => {
  test('a sum prints as the inner product with ones', () => {
    expect(String(sum(symbol('A')))).toBe('\\langle 1, A \\rangle');
    expect(String(grad((X) => sum(inv(X)))(symbol('A')))).toBe('-A^{-\\top} 1 A^{-\\top}');
  });

  test('what goes by axes says that they have none', () => {
    for (const f of [mean, softmax, normInf, (X: typeof A) => sum(wild(X), 0)]) {
      expect(refusal(() => f(wild(symbol('A')))).message).toMatch(/symbol/);
    }
  });
});

test('symbols have no entries: jacobian and hessian say what prints instead', () => {
  const X = symbol('X');
  for (const [op, f] of [
    ['jacobian', () => jacobian((Y) => inv(Y))(X)],
    ['hessian', () => hessian((Y) => sum(inv(Y)))(X)],
    ['jacobian', () => jacobian((x) => matmul(symbol('A'), x))([1, 2])],
    ['jacobian', () => grad((Y) => sum(jacobian((Z) => inv(Z))(Y)))(X)],
  ] as const) {
    const error = refusal(f);
    expect(error.op).toBe(op);
    expect(error.code).toBe('DOMAIN');
    expect(error.message).toMatch(/hvp/);
  }
  expect(String(hvp((Y) => logabsdet(Y))(X, symbol('V')))).toBe('-X^{-\\top} V^{\\top} X^{-\\top}');
  expect(refusal(() => take(symbol('x'), 0)).message).toMatch(/^take: .*symbol/);
});

test('least squares of symbols, which may be wide or tall, are those of the pseudo-inverse', () => {
  expect(String(lstsq(symbol('A'), symbol('b')))).toBe('A^{+} b');
  expect(String(leastSquaresResidual(symbol('A'), symbol('b')))).toBe('\\|b - A \\left(A^{+} b\\right)\\|^2');
});

test('what came is named', () => {
  expect(refusal(() => unvec([1, 2], 2, wild(undefined))).message).toMatch(/got 2,undefined$/);
  expect(refusal(() => sum(A, wild({ axis: 0 }))).message).toMatch(/an axis of 2×2, got object$/);
  expect(refusal(() => pow([1, 2], wild([2, 3]))).message).toMatch(/got 2,3\n.*power/);
});

test('formulas and monitors want what they work on', () => {
  expect(refusal(() => formulas(wild(undefined))).message).toMatch(/^formulas: .*got undefined\n.*symbols/);
  expect(refusal(() => formulas(wild(inv))).op).toBe('formulas');
  expect(refusal(() => monitor(() => 1, wild(undefined))).op).toBe('monitor');
  expect(refusal(() => monitor(wild(null), () => {})).op).toBe('monitor');
});

test('checkGrads takes directions in the domain that an identity names', () => {
  const S = [
    [2, 1],
    [1, 2],
  ];
  expect(checkGrads(logdet, [S]).adjoint).toBeLessThan(1e-12);
  expect(refusal(() => checkGrads(logdet, [S], { domain: [domain.real] })).code).toBe('NOT_SYMMETRIC');
});

test('hessian names itself', () => {
  expect(refusal(() => hessian(wild(undefined))).op).toBe('hessian');
  expect(refusal(() => hessian((x) => sum(x), wild([0, 1]))).op).toBe('hessian');
  expect(refusal(() => hessian((x) => sum(x), 1)([1])).op).toBe('hessian');
});

test('what people print while they look for a mistake', () => {
  const inspect = Symbol.for('nodejs.util.inspect.custom');
  const printed = (x: unknown) => (x as Record<symbol, () => unknown>)[inspect]();
  expect(printed(symbol('A'))).toBe('A');
  let seen: unknown;
  grad((x) => {
    seen = printed(x);
    return sum(x);
  })([1, 2]);
  expect(seen).toEqual({ underDifferentiation: array([1, 2]) });
  expect(toNested([[1, 2]])).toEqual([[1, 2]]);
  expect(toNested(3)).toBe(3);
  expect(refusal(() => grad((x) => wild((x as unknown as number[])[0]))([1, 2])).message).toContain(
    'take(x, i)',
  );
  expect(refusal(() => grad((x) => wild(toNested(x)))([1, 2])).message).toContain('stopGradient');
});
