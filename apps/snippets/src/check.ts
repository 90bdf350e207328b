import ts from 'typescript';

/**
 * Whether `actual` is what a `//=>` comment shows: a literal (numbers, strings, nested arrays, objects), or
 * `throws Name` or `throws Name: start of the message`. Arrays and tensors are compared as nested arrays.
 * A number must agree to 1e-12, or to half a unit of the last digit where a fraction is shown with four or more of them.
 */
export async function check(run: () => unknown, shown: string): Promise<void> {
  const thrown = /^throws (\w+)(?:: (.*))?$/.exec(shown);
  if (thrown === null) {
    const difference = compare(plain(await run()), parse(shown), '');
    if (difference !== undefined) throw new Error(`shown ${shown}, but ${difference}`);
    return;
  }
  const [, name, message = ''] = thrown;
  const error = await Promise.resolve()
    .then(run)
    .then(
      (value) => new Error(`shown ${shown}, but the value is ${JSON.stringify(plain(value))}`),
      (reason: unknown) => reason as Error,
    );
  if (error.name === name && error.message.startsWith(message)) return;
  throw error.message.startsWith('shown ')
    ? error
    : new Error(`shown ${shown}, but it threw ${error.name}: ${error.message}`);
}

function parse(shown: string): ts.Expression {
  const source = ts.createSourceFile('shown.ts', `(${shown})`, ts.ScriptTarget.Latest, true);
  const [statement, ...more] = source.statements;
  if (more.length === 0 && statement && ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    const whole = expression.end === source.text.length;
    if (ts.isParenthesizedExpression(expression) && whole) return expression.expression;
  }
  throw new Error(`cannot read what is shown: ${shown}`);
}

/** Tensors, NdArrays and typed arrays as nested arrays, also inside arrays and records. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('arraySync' in value && typeof value.arraySync === 'function') return value.arraySync();
  if ('shape' in value && 'data' in value) return nest(value.shape as number[], value.data as Float64Array);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function nest([length, ...rest]: readonly number[], data: Float64Array): unknown {
  if (length === undefined) return data[0];
  const size = rest.reduce((a, b) => a * b, 1);
  return Array.from({ length }, (_, i) => nest(rest, data.subarray(i * size, (i + 1) * size)));
}

/** The first difference, in words; undefined if there is none. */
function compare(actual: unknown, shown: ts.Expression, at: string): string | undefined {
  const is = (text: string) => `the value${at} is ${text}`;
  const text = () =>
    typeof actual === 'number' ? String(actual) : (JSON.stringify(actual) ?? String(actual));
  if (ts.isArrayLiteralExpression(shown)) {
    if (!Array.isArray(actual) || actual.length !== shown.elements.length) return is(text());
    return first(shown.elements.map((element, i) => compare(actual[i], element, `${at}[${i}]`)));
  }
  if (ts.isObjectLiteralExpression(shown)) {
    if (typeof actual !== 'object' || actual === null) return is(text());
    return first(
      shown.properties.map((property) => {
        if (!ts.isPropertyAssignment(property)) throw new Error(`cannot read ${property.getText()}`);
        const key = property.name.getText().replace(/^['"]|['"]$/g, '');
        return compare((actual as Record<string, unknown>)[key], property.initializer, `${at}.${key}`);
      }),
    );
  }
  if (ts.isStringLiteralLike(shown)) return actual === shown.text ? undefined : is(text());
  return agrees(actual, shown.getText()) ? undefined : is(text());
}

const first = (differences: (string | undefined)[]) =>
  differences.find((difference) => difference !== undefined);

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

function agrees(actual: unknown, shown: string): boolean {
  if (WORDS.has(shown)) return Object.is(actual, WORDS.get(shown));
  const [, whole, fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(shown) ?? [];
  if (whole === undefined) throw new Error(`cannot read what is shown: ${shown}`);
  if (typeof actual !== 'number') return false;
  const value = Number(shown);
  const significant = `${whole}${fraction}`.replace(/^0+/, '').length;
  const lastDigit = 10 ** (Number(exponent) - fraction.length);
  const rounding = fraction !== '' && significant >= 4 ? 0.5 * (1 + 1e-9) * lastDigit : 0;
  const tolerance = Math.max(rounding, 1e-12 * (value === 0 ? 1 : Math.abs(value)));
  return Math.abs(actual - value) <= tolerance;
}
