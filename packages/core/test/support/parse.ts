/** An expression of matrices in the notation of MATLAB, parsed. */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly type: 'unary'; readonly op: '-' | "'"; readonly of: Expression }
  | { readonly type: 'binary'; readonly op: Operator; readonly left: Expression; readonly right: Expression };

export type Operator = '+' | '-' | '*' | '.*' | '/' | './' | '\\' | '^' | '.^';

const TOKEN = /\s*((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z]\w*|\.\^|\.\*|\.\/|[-+*/\\^'(),])/y;

function tokens(text: string): string[] {
  const all: string[] = [];
  TOKEN.lastIndex = 0;
  const source = text.trim().replaceAll(".'", "'");
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new SyntaxError(`${text}: nothing known at ${at}`);
    all.push(match[1]);
  }
  return all;
}

/**
 * Parses by precedence: sums below products below signs below powers and transposes, each from left to right.
 *
 * As in MATLAB, -x^2 is -(x^2), and x^-1 takes its sign along.
 */
export function parse(text: string): Expression {
  const all = tokens(text);
  let at = 0;
  const take = (...wanted: string[]) => (wanted.includes(all[at]) ? all[at++] : undefined);
  const expect = (token: string) => {
    if (take(token) === undefined) throw new SyntaxError(`${text}: expected ${token}, got ${all[at]}`);
  };
  const chain = (next: () => Expression, ...ops: Operator[]): Expression => {
    let left = next();
    for (let op = take(...ops); op !== undefined; op = take(...ops)) {
      left = { type: 'binary', op: op as Operator, left, right: next() };
    }
    return left;
  };
  const sum = (): Expression => chain(product, '+', '-');
  const product = (): Expression => chain(signed, '*', '.*', '/', './', '\\');
  const signed = (): Expression => {
    if (take('-')) return { type: 'unary', op: '-', of: signed() };
    return take('+') ? signed() : power();
  };
  const power = (): Expression => {
    let left = primary();
    for (let op = take("'", '^', '.^'); op !== undefined; op = take("'", '^', '.^')) {
      left =
        op === "'"
          ? { type: 'unary', op, of: left }
          : { type: 'binary', op: op as Operator, left, right: exponent() };
    }
    return left;
  };
  const exponent = (): Expression => (take('-') ? { type: 'unary', op: '-', of: exponent() } : primary());
  const primary = (): Expression => {
    const token = all[at++];
    if (token === '(') {
      const inside = sum();
      expect(')');
      return inside;
    }
    if (/^[\d.]/.test(token)) return { type: 'number', value: Number(token) };
    if (!/^[A-Za-z]/.test(token ?? '')) throw new SyntaxError(`${text}: expected a value, got ${token}`);
    if (take('(') === undefined) return { type: 'name', name: token };
    const args: Expression[] = [];
    if (take(')')) return { type: 'call', name: token, args };
    do args.push(sum());
    while (take(','));
    expect(')');
    return { type: 'call', name: token, args };
  };
  const whole = sum();
  if (at < all.length) throw new SyntaxError(`${text}: did not expect ${all[at]}`);
  return whole;
}
