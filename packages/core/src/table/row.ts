import { primal, type Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { ambient } from '../define/ambient.ts';
import { finish, toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { symbol } from '../interpret/latex.ts';
import type { Space } from './space.ts';

/** What a row says of its variables: arrays by their letters. */
export type Variables = Readonly<Record<string, ArrayInput>>;

/** What the derivative of a table is called: for whom it is an array, and what it multiplies. */
export type Reading = 'gradient' | 'jacobian' | 'derivative' | 'hessian' | 'differential';

/** The variable that a row differentiates in, or those that move with the names of their derivatives, first and second. */
export type With = string | Readonly<Record<string, readonly [first: string, second?: string]>>;

/** The formulas of a row in LaTeX. */
export interface RowLatex {
  readonly value: string;
  readonly derivative: string;
}

/** A row as its author writes it down: vectors are columns, and what is written runs on numbers and on symbols alike. */
export interface RowRecord {
  readonly variables: Readonly<Record<string, Space>>;
  readonly wrt: With;
  readonly value: (v: never) => Value;
  readonly derivative: (v: never) => Value;
  /** Where symbols cannot tell. */
  readonly latex?: RowLatex;
}

interface Common {
  readonly name: string;
  /** Where each variable lives, by its letter. */
  readonly variables: Readonly<Record<string, Space>>;
  readonly wrt: With;
  readonly reading: Reading;
  /** The function of the row; variables that it does not have are not read. */
  value(v: Variables): NdArray;
  readonly latex: RowLatex;
}

/** A row of a table: a function, and its derivative in closed form under the name that the reading gives it. */
export type Row<R extends Reading = Reading> = Common & {
  readonly [K in R]: (v: Variables) => NdArray;
};

/** Writes a row down, with its variables typed. */
export const row = <const V extends Readonly<Record<string, Space>>>(
  variables: V,
  wrt: (keyof V & string) | Exclude<With, string>,
  value: (v: { readonly [K in keyof V]: Value }) => Value,
  derivative: (v: { readonly [K in keyof V]: Value }) => Value,
  latex?: RowLatex,
): RowRecord => ({ variables, wrt, value, derivative, ...(latex && { latex }) });

/** Letters for print: dX, U′ and the Jacobian J_u. */
function letter(name: string, reading: Reading): string {
  const [, marks = '', base = ''] = /^(d+|J)([A-Za-z])$/.exec(name) ?? [];
  if (marks === '') return name === 'lambda' ? '\\lambda' : name;
  if (marks === 'J') return `J_${base}`;
  return reading === 'differential' ? `\\mathrm{d}${base}` : base + "'".repeat(marks.length);
}

/** One pair of parentheses where two enclose the same, and none in an exponent. */
const tidy = (formula: unknown): string =>
  String(formula)
    .replaceAll(/\(\\left\(([^()]*)\\right\)\)/g, '($1)')
    .replaceAll(/\{\\left\(([^()]*)\\right\)\}/g, '{$1}');

/**
 * The variables of a row as its functions see them: sizes that fit its letters, inside their domains, vectors as columns.
 *
 * What is given is checked, needed or not; of what is missing only what is needed: a value needs no directions, and some
 * derivatives do not need the point.
 */
function columnsOf(name: string, variables: RowRecord['variables'], given: Variables): never {
  const sizes: Record<string, number> = {};
  const read = (key: string): PropertyDescriptor => {
    const { shape, domain } = variables[key];
    if (given?.[key] === undefined) {
      const refuse = () => {
        throw new DomainError(name, `expected ${Object.keys(variables)}, got no ${key}`);
      };
      return { enumerable: true, get: refuse };
    }
    const A = toValue(name, given[key], 0);
    const fits =
      A.shape.length === shape.length &&
      shape.every((letter, axis) => {
        sizes[letter] ??= A.shape[axis];
        return sizes[letter] === A.shape[axis];
      });
    if (!fits) {
      const known = shape.flatMap((letter) => (letter in sizes ? [`${letter} = ${sizes[letter]}`] : []));
      const where = A.shape.length === shape.length ? `, ${[...new Set(known)].join(', ')}` : '';
      throw new ShapeError(name, `${key} of shape (${shape})${where}`, showShape(A.shape));
    }
    const plain = primal(A);
    if (plain) domain.check?.(name, plain);
    const inside = domain.project?.(A) ?? A;
    const value = shape.length === 1 ? ambient.reshape(inside, [...A.shape, 1]) : inside;
    return { enumerable: true, value };
  };
  const properties = Object.keys(variables).map((key) => [key, read(key)]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as never;
}

/** A column as a vector. */
const ofVector = (A: Value): Value =>
  A.shape.length === 2 && A.shape[1] === 1 ? ambient.reshape(A, [sizeOf(A.shape)]) : A;

function printed({ variables, value, derivative }: RowRecord, reading: Reading): RowLatex {
  const letters = Object.keys(variables).map((key) => [key, symbol(letter(key, reading))]);
  const v = Object.fromEntries(letters) as never;
  return { value: tidy(value(v)), derivative: tidy(derivative(v)) };
}

/** Rows are for all who import them: nobody changes them for the others. */
function frozen(row: Readonly<Record<string, unknown>>, { variables, wrt, latex }: RowRecord): unknown {
  if (typeof wrt !== 'string') Object.values(wrt).forEach(Object.freeze);
  for (const space of Object.values(variables)) Object.freeze(Object.freeze(space).shape);
  for (const part of [variables, wrt, latex]) Object.freeze(part);
  return Object.freeze(row);
}

function makeRow(name: string, record: RowRecord, reading: Reading): Row {
  const { variables, wrt } = record;
  const vectors = reading === 'gradient' || reading === 'jacobian';
  const isVector = vectors && (typeof wrt !== 'string' || variables[wrt].shape.length === 1);
  const result = (A: Value, asVector: boolean) => finish(name, asVector ? ofVector(A) : A);
  const made = {
    name,
    variables,
    wrt,
    reading,
    value: (v: Variables) => result(record.value(columnsOf(name, variables, v)), isVector),
    [reading]: (v: Variables) => {
      const columns = columnsOf(name, variables, v);
      // Where there is no value, there is no derivative either.
      if (Object.keys(variables).every((key) => v[key] !== undefined)) record.value(columns);
      return result(record.derivative(columns), isVector && reading === 'gradient');
    },
    get latex() {
      return record.latex ?? printed(record, reading);
    },
  };
  return frozen(made, record) as unknown as Row;
}

/** Makes the rows of a table of their records. */
export function makeTable<R extends Reading, const T extends Readonly<Record<string, RowRecord>>>(
  reading: R,
  records: T,
): { readonly [N in keyof T]: Row<R> } {
  const rows = Object.entries(records).map(([name, record]) => [name, makeRow(name, record, reading)]);
  return Object.freeze(Object.fromEntries(rows)) as unknown as { readonly [N in keyof T]: Row<R> };
}
