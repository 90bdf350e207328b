import { type Algebra, type Factor, type Rewritable, type Traced, unshaped, type Value } from '../algebra.ts';
import { DomainError } from '../errors.ts';

// How tightly a formula binds: a factor that binds less than a product is put in parentheses.
const SUM = 0;
const HADAMARD = 1;
const PRODUCT = 2;
const ATOM = 3;

interface Form {
  readonly tex: string;
  readonly binds: number;
  /** The factors of a product, the symbol under a minus sign, the constant that it is: what simplification looks at. */
  readonly factors?: readonly Formula[];
  readonly negated?: Formula;
  readonly constant?: number | 'I';
  readonly transposed?: Formula;
  readonly symmetric?: boolean;
  readonly scaled?: readonly [c: Formula, A: Formula];
}

/** A formula in LaTeX that takes the place of an array: rules run on it print themselves. */
export class Formula implements Traced {
  readonly form: Form;
  readonly shape = unshaped;
  readonly algebra: Algebra<Value, Factor>;

  constructor(form: Form) {
    this.form = form;
    this.algebra = latex as unknown as Algebra<Value, Factor>;
  }

  get data(): Float64Array {
    throw new DomainError('latex', `the numbers of the symbol ${this.form.tex} were read`);
  }

  toString(): string {
    return this.form.tex;
  }

  /** What Node prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.form.tex;
  }
}

const atom = (tex: string): Formula => new Formula({ tex, binds: ATOM });
function constant(c: number | 'I'): Formula {
  if (typeof c === 'number' && c < 0) {
    const negated = constant(-c);
    return new Formula({ tex: `-${negated}`, binds: SUM, constant: c, negated });
  }
  return new Formula({ tex: c === 0.5 ? '\\tfrac{1}{2}' : String(c), binds: ATOM, constant: c });
}
const is = (c: number | 'I', x: Formula) => x.form.constant === c;
const zero = (x: Formula) => is(0, x);
const at = (x: Formula, binds: number) =>
  x.form.binds < binds ? `\\left(${x.form.tex}\\right)` : x.form.tex;

/** True where a formula shows that it is its own transpose: (A+Aᵀ)/2, its inverse, products like S B S. */
const symmetric = (A: Formula): boolean => words.t(A).form.tex === A.form.tex;

/** What an exponent is put to: one that has an exponent already is put in parentheses. */
function base(A: Formula): string {
  const tex = at(A, ATOM);
  return tex.endsWith('}') && tex.includes('^') ? `\\left(${tex}\\right)` : tex;
}

const inverse = (A: Formula): Formula =>
  A.form.transposed
    ? words.t(inverse(A.form.transposed))
    : new Formula({ tex: `${base(A)}^{-1}`, binds: ATOM, symmetric: symmetric(A) });
const inverseT = (A: Formula) => words.t(inverse(A));

/** Numbers among symbols: a scalar is printed, an array is written out row by row. */
function lift(x: Value): Formula {
  if (x instanceof Formula) return x;
  if (x.shape.length === 0) return constant(x.data[0]);
  const rows = x.shape.length === 1 ? [x.data] : toRows(x);
  return atom(`\\begin{bmatrix} ${rows.map((row) => [...row].join(' & ')).join(' \\\\ ')} \\end{bmatrix}`);
}

function toRows({ shape, data }: Value): Float64Array[] {
  const n = shape[shape.length - 1];
  return Array.from({ length: data.length / n }, (_, i) => data.subarray(i * n, (i + 1) * n));
}

function product(factors: readonly Formula[]): Formula {
  if (factors.some(zero)) return constant(0);
  const i = factors.findIndex((x) => (x.form.negated ?? x).form.scaled);
  if (i >= 0) {
    // Numbers and scalars go first.
    const { negated, scaled } = (factors[i] as Formula).form;
    const [c, A] = scaled ?? negated?.form.scaled ?? [];
    const rest = product(factors.with(i, A as Formula));
    const whole = latex.scale(c as Formula, rest);
    return negated ? latex.neg(whole) : whole;
  }
  const odd = factors.filter((x) => x.form.negated).length % 2 === 1;
  const flat = factors
    .map((x) => x.form.negated ?? x)
    .flatMap((x) => x.form.factors ?? [x])
    .filter((x) => !is('I', x));
  if (flat.length === 0) return constant('I');
  const [first] = flat as [Formula];
  const positive =
    flat.length === 1
      ? first
      : new Formula({ tex: flat.map((x) => at(x, PRODUCT)).join(' '), binds: PRODUCT, factors: flat });
  return odd ? latex.neg(positive) : positive;
}

const wrapped =
  (name: string) =>
  (A: Formula): Formula =>
    zero(A) ? A : atom(`${name}(${A})`);

/** What stands for a factorisation: the matrix or the pair, and the value of whose derivatives it knows. */
export interface Factors {
  readonly A: Formula;
  readonly of: readonly Formula[];
  readonly name: string;
  /** Whether the function that has the derivatives is the transpose of the one of that name. */
  readonly transposed?: boolean;
  readonly y?: Formula;
  readonly algebra: unknown;
}

/** The name of a function in its formula: f of f(A), and of its derivative D f(A)[E] as well. */
function nameIn(id: Rewritable, printed: string): string {
  return /^(?:\\mathrm\{D\}\\!)?(.*?)\(§/.exec(printed)?.[1] ?? `\\operatorname{${id.name}}`;
}

/** The adjoint of a linear map that prints as vec(§), say: vec^*. */
function adjointOf(map: string): string {
  const name = map.replace(/\(§\)$/, '');
  return name.includes('§') || name.includes('^') ? `(${name.replace('§', '\\cdot')})^{*}` : `${name}^{*}`;
}

const words: Algebra<Formula, Factors> = {
  // Every mode of differentiation is above it.
  level: 0,
  add: (A, B) => {
    if (zero(A)) return B;
    if (zero(B)) return A;
    const { negated } = B.form;
    if (A.form.tex === B.form.tex) return latex.scale(2, A);
    if (A.form.tex === negated?.form.tex) return constant(0);
    const tex = negated ? `${A} - ${at(negated, HADAMARD)}` : `${A} + ${B}`;
    return new Formula({ tex, binds: SUM });
  },
  sub: (A, B) => latex.add(A, latex.neg(B)),
  neg: (A) => {
    if (zero(A)) return A;
    return A.form.negated ?? new Formula({ tex: `-${at(A, HADAMARD)}`, binds: SUM, negated: A });
  },
  had: (A, B) => {
    if (zero(A) || zero(B)) return constant(0);
    if (is(1, A)) return B;
    if (is(1, B)) return A;
    if (typeof A.form.constant === 'number') return latex.scale(A, B);
    if (A.form.negated) return latex.neg(latex.had(A.form.negated, B));
    if (B.form.negated) return latex.neg(latex.had(A, B.form.negated));
    return new Formula({ tex: `${at(A, HADAMARD)} \\circ ${at(B, HADAMARD)}`, binds: HADAMARD });
  },
  scale: (scalar, A) => {
    const c = typeof scalar === 'number' ? constant(scalar) : scalar;
    if (zero(c) || zero(A)) return constant(0);
    if (is(1, c)) return A;
    if (is(1, A)) return c;
    if (c.form.negated) return latex.neg(latex.scale(c.form.negated, A));
    if (A.form.negated) return latex.neg(latex.scale(c, A.form.negated));
    // Of a scalar, powers entry by entry are powers.
    const factor = at(c, PRODUCT).replaceAll('^{\\circ ', '^{');
    return new Formula({ tex: `${factor}\\, ${at(A, PRODUCT)}`, binds: PRODUCT, scaled: [c, A] });
  },
  mul: (...factors) => product(factors),
  t: (A) => {
    const { transposed, negated, factors, scaled, constant: c } = A.form;
    if (c !== undefined || A.form.symmetric) return A;
    if (transposed) return transposed;
    if (negated) return latex.neg(latex.t(negated));
    if (scaled) return latex.scale(scaled[0], latex.t(scaled[1]));
    if (factors) return product(factors.map((x) => latex.t(x)).reverse());
    const tex = at(A, ATOM).endsWith('^{-1}') ? at(A, ATOM).replace(/1\}$/, '\\top}') : `${base(A)}^{\\top}`;
    return new Formula({ tex, binds: ATOM, transposed: A });
  },
  trace: wrapped('\\operatorname{tr}'),
  inner: (A, B) => {
    if (zero(A) || zero(B)) return constant(0);
    return is('I', A) ? latex.trace(B) : is('I', B) ? latex.trace(A) : atom(`\\langle ${A}, ${B} \\rangle`);
  },
  map: (A, fn, p) => {
    // Parentheses only where the notation of the function brings none, as \sqrt{...} and \exp(...) do.
    const encloses = /[({|]§[)}|]/.test(fn.latex('§', p));
    return atom(fn.latex(encloses ? A.form.tex : at(A, ATOM), p));
  },

  fill: (_, c) => constant(c),
  eye: () => constant('I'),
  sym: (A) => {
    if (A.form.negated) return latex.neg(latex.sym(A.form.negated));
    if (A.form.scaled) return latex.scale(A.form.scaled[0], latex.sym(A.form.scaled[1]));
    if (zero(A) || symmetric(A)) return A;
    return new Formula({ tex: `\\operatorname{sym}(${A})`, binds: ATOM, symmetric: true });
  },
  tril: wrapped('\\operatorname{tril}'),
  phi: wrapped('\\Phi'),

  ldiv: ({ A }, B) => product([inverse(A), B]),
  ldivT: ({ A }, B) => product([inverseT(A), B]),
  spectral: ({ y, name, A, transposed }, ...E) => {
    if (E.length === 0) return y as Formula;
    if (E.some(zero)) return constant(0);
    const order = E.length > 1 ? `^{${E.length}}` : '';
    const D = atom(`\\mathrm{D}${order}\\!${name}(${A})[${E.join(', ')}]`);
    return transposed ? words.t(D) : D;
  },
  frechet: (f, ...E) => words.spectral(f, ...E),
  gap: (_, M) => (zero(M) ? M : words.had(atom('F'), M)),
  even: (_, d) => (zero(d) ? d : atom(`\\operatorname{even}(${d})`)),
  sylvester: ({ of }, C) => atom(`\\mathcal{S}_{${of.slice(-2)}}(${C})`),
  sylvesterT: ({ of }, C) => atom(`\\mathcal{S}^{*}_{${of.slice(-2)}}(${C})`),
  stein: ({ of }, C) => atom(`\\mathcal{T}_{${of.slice(-2)}}(${C})`),
  steinT: ({ of }, C) => atom(`\\mathcal{T}^{*}_{${of.slice(-2)}}(${C})`),
  lsolve: (L, B) => product([inverse(L), B]),
  lsolveT: (L, B) => product([inverseT(L), B]),

  sumTo: (A) => A,
  broadcastTo: (A) => A,
  reshape: (A) => A,
  stack: (...parts) => atom(`[${parts.join(';\\, ')}]`),
  take: (A, i) => atom(`${at(A, ATOM)}_{[${i}]}`),
  put: (A, i) => product([atom(`e_{${i}} \\otimes`), A]),
  gather: (A, { latex }) => (zero(A) ? A : atom(latex(A.form.tex))),
  scatter: (A, { latex }) => (zero(A) || latex('§') === '§' ? A : atom(`${adjointOf(latex('§'))}(${A})`)),

  call: (id, inputs, o) => {
    const x = inputs.map(lift);
    const numbers = o.filter((option) => typeof option === 'number').map(String);
    const printed = (of: (...x: string[]) => string) => of(...x.map((A) => at(A, ATOM)), ...numbers);
    const named = (id.derived ?? id.latex)(...x.map(() => '§'));
    const transposed = named.endsWith('^{\\top}');
    const common = { name: nameIn(id, named), transposed, algebra: latex };
    const word = id.word && (latex[id.word] as (...args: unknown[]) => Formula);
    // An offset is the identity's own, its word has none.
    if (word && (typeof o[0] !== 'number' || word.length > x.length)) {
      return { x, y: word(...x, ...o), f: { A: x[0], of: x, ...common }, o };
    }
    const tex = printed(id.latex);
    const { outputs } = id.signature;
    const plain = new Formula({ tex, binds: tex.startsWith('\\') || !tex.includes(' ') ? ATOM : SUM });
    const y =
      outputs.length === 1
        ? plain
        : outputs.map((_, i) => atom(`\\operatorname{${id.name}}_{${i + 1}}(${x})`));
    const of = id.factors?.(x, y, latex, o) ?? x.slice(0, 2);
    return { x, y, f: { A: of[0], of, y: id.derived ? atom(printed(id.derived)) : plain, ...common }, o };
  },
};

const isValue = (x: unknown): x is Value =>
  typeof x === 'object' && x !== null && Array.isArray((x as Value).shape);

/** The algebra on formulas; numbers among them are constants. */
export const latex = Object.fromEntries(
  Object.entries(words).map(([name, word]) => [
    name,
    typeof word === 'function' && name !== 'call'
      ? (...args: unknown[]) =>
          (word as (...args: unknown[]) => Formula)(...args.map((x) => (isValue(x) ? lift(x) : x)))
      : word,
  ]),
) as unknown as typeof words;

/**
 * A symbol for a matrix, a vector or a scalar, to run functions and their derivatives on as formulas.
 *
 * @param tex its LaTeX
 * @returns a value that every operation and every mode of differentiation takes
 * @example
 * String(grad(logdet)(symbol('A'))) //=> '\\operatorname{sym}(A)^{-1}'
 */
export const symbol = (tex: string): Formula => atom(tex);
