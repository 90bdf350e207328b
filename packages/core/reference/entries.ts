import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { AnyIdentity, Spec } from '../src/define/define.ts';
import { type Formulas, formulas } from '../src/define/formulas.ts';
import { entryPoints } from '../src/entryPoints.ts';
import { registry } from '../src/registry.ts';
import { type Documented, documented, reexports } from './docstring.ts';

export const source = (file: string): string =>
  readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');

/** A public operation: its docstring and, unless it is composed of others, its record and formulas. */
export interface Entry extends Documented {
  /** The entry point that exports it: `index`, `spectra`, ... */
  readonly entry: string;
  readonly spec: Spec | undefined;
  readonly formulas: Formulas | undefined;
  /** Letters of the inputs and of the outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

const isIdentity = (x: unknown): x is AnyIdentity => typeof x === 'function' && 'spec' in x;

/** Every docstring that says what a value costs and where its rule is from. */
const sourced = new Map(
  ['define', 'identity']
    .flatMap((folder) =>
      readdirSync(new URL(`../src/${folder}/`, import.meta.url)).map((file) => `${folder}/${file}`),
    )
    .flatMap((file) => documented(file, source(file)))
    .flatMap(({ name, doc: { flops, source: origin } }) =>
      flops !== undefined && origin !== undefined ? [[name, { flops, source: origin }] as const] : [],
    ),
);

/** What makes identities of one kind (`elementwise`, `linear`) says it for all of them. */
const costAndSource = ({ name, maker = name }: Documented) => sourced.get(name) ?? sourced.get(maker);

/** Every operation that an entry point exports: its identities, and functions composed of them. */
export const entries: readonly Entry[] = Object.entries(entryPoints)
  .flatMap(([entry, exported]) =>
    reexports(source(`${entry}.ts`)).map((item) => ({
      ...item,
      entry,
      exported: exported as Record<string, unknown>,
    })),
  )
  .filter(({ file }) => file.startsWith('identity/'))
  .flatMap(({ name, file, entry, exported }) => {
    const found = documented(file, source(file)).find((item) => item.name === name);
    const value = exported[name];
    if (isIdentity(value)) {
      if (found === undefined) throw new Error(`${file}: ${name} has no docstring`);
      return [{ entry, ...describe(found, value.spec) }];
    }
    // `stack` is a function over the word of its name; `sum` is composed, and `polar` with several outputs.
    return found && /^(?:NdArray|readonly \[.*NdArray\])$/.test(found.returnType ?? '')
      ? [{ entry, ...describe(found, registry.get(name)?.spec) }]
      : [];
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Prints with the letters that the docstring speaks of. */
function describe(item: Documented, spec: Spec | undefined): Omit<Entry, 'entry'> {
  if (spec === undefined) return { ...item, spec, formulas: undefined, inputs: [], outputs: [] };
  const { variadic, inputs, outputs } = spec.signature;
  const letters = item.doc.params.slice(0, inputs.length).map(({ name }) => name);
  const output = /^([A-Za-z])(?= |$)/.exec(item.doc.returns ?? '')?.[1];
  const several = /^`?\[([A-Za-z](?:, [A-Za-z])+)\]/.exec(item.doc.returns ?? '')?.[1]?.split(', ');
  const doc = { ...item.doc, ...costAndSource(item) };
  const symbols = {
    inputs: variadic ? ['A', 'B'] : letters,
    ...(output !== undefined && { output }),
    ...(several && { outputs: several }),
  };
  return {
    ...item,
    doc,
    spec,
    formulas: formulas(spec, symbols),
    inputs: symbols.inputs,
    outputs: outputs.length > 1 ? (several ?? outputs.map((_, i) => `y_${i + 1}`)) : [output ?? 'Y'],
  };
}

const operations = new Set(entries.map(({ name }) => name));

/** Every other function that an entry point exports: what differentiates, what makes and reads arrays, what prints, what checks. */
export function functionsOf(entry: string, exports: object): Documented[] {
  const text = source(entry);
  const elsewhere = reexports(text).flatMap(({ name, file }) => {
    const path = posix.join(posix.dirname(entry), file);
    return documented(path, source(path)).filter((item) => item.name === name);
  });
  return [...elsewhere, ...documented(entry, text)].filter(
    ({ name }) => typeof (exports as Record<string, unknown>)[name] === 'function' && !operations.has(name),
  );
}

const described = (file: string) =>
  new Map(documented(file, source(file)).map((item) => [item.name, item.doc]));
const domains = described('define/domain.ts');

/** What the docstring of a domain says. */
export function domainProse(name: string): string {
  const prose = domains.get(name)?.summary;
  if (prose === undefined) throw new Error(`define/domain.ts: ${name} has no docstring`);
  return prose;
}

/** The class of each error by its code. */
export const errorClasses: ReadonlyMap<string, string> = new Map(
  [...source('errors.ts').matchAll(/class (\w+) extends MatgradError[\s\S]*?super\(\s*'(\w+)'/g)].map(
    ([, name = '', code = '']) => [code, name],
  ),
);
