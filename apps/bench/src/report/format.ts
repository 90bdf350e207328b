/** Three significant digits, with a real minus and exponents from 10⁵ and 10⁻⁴ on: `−5.37e−18`. */
export function short(x: number | string): string {
  const value = Number(x);
  if (!Number.isFinite(value)) return String(x).replace('-', '−').replace('Infinity', '∞');
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  const text =
    magnitude >= 1e5 || magnitude < 1e-4
      ? value.toExponential(2).replace('e+', 'e')
      : String(Number(value.toPrecision(3)));
  return text.replaceAll('-', '−');
}

/** Up to 9 significant digits: enough to see that two numbers differ. */
export function long(x: number | string): string {
  const value = Number(x);
  if (!Number.isFinite(value)) return short(x);
  const magnitude = Math.abs(value);
  const text =
    magnitude !== 0 && (magnitude >= 1e9 || magnitude < 1e-4)
      ? value
          .toExponential(5)
          .replace(/\.?0+e/, 'e')
          .replace('e+', 'e')
      : String(Number(value.toPrecision(9)));
  return text.replaceAll('-', '−');
}

/** One decimal; from 100 on none. */
export const digitsText = (x: number): string => (Number.isFinite(x) ? x.toFixed(x < 100 ? 1 : 0) : '∞');

/** Seconds with three digits and a unit. */
export function duration(seconds: number): string {
  const [factor, unit] =
    seconds < 1e-6 ? [1e9, 'ns'] : seconds < 1e-3 ? [1e6, 'µs'] : seconds < 1 ? [1e3, 'ms'] : [1, 's'];
  return `${Number((seconds * factor).toPrecision(3))} ${unit}`;
}

/** `2⁻⁵³` */
export const unitText = (u: number): string =>
  `2⁻${[...String(-Math.log2(u))].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]).join('')}`;

/** `∇inv` or `inv` */
export const opText = (op: string, kind: string): string => (kind === 'gradient' ? `∇${op}` : op);

/** `×12`, `×0.85`: two significant digits. */
export const times = (x: number): string => `×${x >= 100 ? x.toFixed(0) : Number(x.toPrecision(2))}`;
