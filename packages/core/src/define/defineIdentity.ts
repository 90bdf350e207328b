import { toArray } from '../array.ts';
import { DomainError } from '../errors.ts';
import { parseSignature } from '../signature.ts';
import * as define from './define.ts';
import * as special from './special.ts';

// As in '(n,n),(n,k?)->(n,k?)', or '(...)*->(...)' for any number of arguments.
const SIGNATURE = /^(\([^()]*\),)*\([^()]*\)\*?->(\([^()]*\),)*\([^()]*\)$/;

/** Refuses a record without what every identity must say: types do not reach JavaScript. */
function requireRecord(record: object | undefined): void {
  const { name, signature, domain, forward, latex, rule } = (record ?? {}) as Record<string, unknown>;
  const require = (fits: boolean, what: string, got: unknown) => {
    if (fits) return;
    const advice = 'CONTRIBUTING.md has a whole record.';
    throw new DomainError('defineIdentity', `expected ${what}, got ${JSON.stringify(got)}`, advice);
  };
  require(typeof name === 'string' && name !== '', 'a name', name);
  require(typeof signature === 'string' &&
    SIGNATURE.test(signature), "a signature like '(n,n),(n,k?)->(n,k?)'", signature);
  const { inputs, outputs } = parseSignature(signature as string);
  const known = new Set(inputs.flat().map((axis) => axis.replace('?', '')));
  const unknown = outputs.flat().find((axis) => !known.has(axis.replace('?', '')));
  require(unknown === undefined, 'outputs whose axes the inputs have', unknown);
  const listed = Array.isArray(domain) && domain.length === inputs.length && domain.every((d) => d?.name);
  require(listed, `a domain for each of ${inputs.length} inputs`, domain);
  for (const [field, value] of Object.entries({ forward, latex, rule })) {
    require(typeof value === 'function', `a function ${field}`, value);
  }
}

/**
 * Makes a differentiable function of a record: its value, where it is defined, and its rule in both directions.
 *
 * The rule is written once in the words of an {@link Algebra} and serves numbers, forward and reverse mode at any
 * nesting, tensors and printed formulas. Inside it everything is a matrix; stacks broadcast by themselves.
 *
 * @param record name, gufunc signature, domain, value (`forward`), LaTeX and rule
 * @returns the function, with `jvp`, `vjp` and its record as `spec`
 * @example
 * const gram = defineIdentity({
 *   name: 'gram',
 *   signature: '(m,n)->(n,n)',
 *   domain: [domain.real],
 *   forward: ([A]) => ({ y: matmul(transpose(A), A) }),
 *   latex: (A) => `${A}^{\\top} ${A}`,
 *   rule: ({ add, mul, t }) => ({
 *     jvp: ({ x: [A] }, dA) => add(mul(t(dA), A), mul(t(A), dA)),
 *     vjp: ({ x: [A] }, Ybar) => [mul(A, add(Ybar, t(Ybar)))],
 *   }),
 * });
 * toNested(grad((A) => trace(gram(A)))([[1, 2], [3, 4]])) //=> [[2, 4], [6, 8]]
 */
export const defineIdentity = <const S extends string, O extends readonly unknown[] = []>(
  record: define.IdentityRecord<S, O>,
): define.Identity<S, O> => {
  requireRecord(record);
  // Without examples nothing tells how many options there are, but whether there are any.
  const free = !record.examples && record.forward.length > 1 && { optionCount: 1 / 0 };
  const several = parseSignature(record.signature).outputs.length > 1;
  const read = (part: unknown) => toArray(record.name, part);
  return define.defineIdentity<S, O>({
    words: special,
    ...free,
    ...record,
    forward: (x, o) => {
      const { y, f } = record.forward(x, o) ?? {};
      return { y: (several ? [y].flat().map(read) : read(y)) as never, f };
    },
  });
};
